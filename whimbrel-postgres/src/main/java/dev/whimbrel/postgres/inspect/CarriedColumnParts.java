package dev.whimbrel.postgres.inspect;

import java.util.List;

/** The queries for what is said of columns apart from their type and value. */
final class CarriedColumnParts {
  private static final String FROM =
      """
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_type t ON t.oid = a.atttypid
        CROSS JOIN LATERAL (SELECT 'ALTER TABLE ' || c.oid::regclass || ' ALTER COLUMN '
          || quote_ident(a.attname), CASE c.relkind WHEN 'f' THEN 'foreign table ' WHEN 'm' THEN
            CASE WHEN c.reloptions IS NULL THEN '' ELSE 'materialized view ' END ELSE '' END
          || c.relname) w(head, holder)
      WHERE c.relkind IN ('r', 'p', 'm', 'f') AND a.attnum > 0 AND NOT a.attisdropped AND :ours
        AND :own_class
      """;

  /** Heirs are spoken of by themselves. */
  private static final String ALONE = FROM.replace("'ALTER TABLE '", "'ALTER TABLE ONLY '");

  static final String STORAGE =
      """
      SELECT :namespace AS namespace, 'storage of column ' || c.relname || '.' || a.attname AS name,
        'column storage' AS kind, w.head || ' SET STORAGE ' || CASE a.attstorage WHEN 'p' THEN 'PLAIN'
          WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN' ELSE 'EXTENDED' END AS definition,
        w.head || ' SET STORAGE ' || CASE t.typstorage WHEN 'p' THEN 'PLAIN'
          WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN' ELSE 'EXTENDED' END AS removal,
        :namespace AS needs_namespaces, w.holder AS needs
      """
          + ALONE
          + " AND a.attstorage <> t.typstorage";

  static final String STATISTICS_TARGETS =
      """
      SELECT :namespace AS namespace, 'statistics of column ' || c.relname || '.' || a.attname
          AS name, 'column statistics' AS kind,
        w.head || ' SET STATISTICS ' || a.attstattarget AS definition,
        w.head || ' SET STATISTICS -1' AS removal,
        :namespace AS needs_namespaces, w.holder AS needs
      """
          + ALONE
          + " AND a.attstattarget >= 0";

  /** How values are compressed can be said since PostgreSQL 14. */
  static final String COMPRESSION =
      """
      SELECT :namespace AS namespace, 'compression of column ' || c.relname || '.' || a.attname
          AS name, 'column compression' AS kind, w.head || ' SET COMPRESSION '
          || CASE :compression WHEN 'l' THEN 'lz4' ELSE 'pglz' END
          AS definition,
        w.head || ' SET COMPRESSION default' AS removal,
        :namespace AS needs_namespaces, w.holder AS needs
      """
          + ALONE
          + " AND :compression IN ('l', 'p')";

  static final String OPTIONS =
      """
      SELECT :namespace AS namespace, 'options of column ' || c.relname || '.' || a.attname
          AS name, 'column options' AS kind,
        w.head || ' SET (' || array_to_string(a.attoptions, ', ') || ')' AS definition,
        w.head || ' RESET (' || (SELECT string_agg(split_part(o, '=', 1), ', ')
          FROM unnest(a.attoptions) o) || ')' AS removal,
        :namespace AS needs_namespaces, w.holder AS needs
      """
          + ALONE
          + " AND a.attoptions IS NOT NULL";

  /** What a partition, an heir or a typed table has otherwise than where its column comes from. */
  private static final String INHERITED =
      """
      , origin AS (
        SELECT a.attrelid, a.attnum, h.inhparent, p.attnotnull, pg_get_expr(d.adbin, d.adrelid) AS value
        FROM pg_attribute a JOIN LATERAL (SELECT h.inhparent FROM pg_inherits h
            JOIN pg_attribute o ON o.attrelid = h.inhparent AND o.attname = a.attname
              AND o.attnum > 0 AND NOT o.attisdropped
            WHERE h.inhrelid = a.attrelid ORDER BY h.inhseqno LIMIT 1) h ON true
          JOIN pg_attribute p ON p.attrelid = h.inhparent AND p.attname = a.attname
            AND p.attnum > 0 AND NOT p.attisdropped
          LEFT JOIN pg_attrdef d ON d.adrelid = p.attrelid AND d.adnum = p.attnum)
      """;

  /** A default that is set is passed on, so that those of heirs are set after those of parents. */
  static final String DEFAULTS =
      "WITH nothing AS (SELECT 1)"
          + INHERITED
          + """
          SELECT :namespace AS namespace, 'default of column ' || c.relname || '.' || a.attname
              AS name, 'column default' AS kind,
            w.head || coalesce(' SET DEFAULT ' || v.value, ' DROP DEFAULT') AS definition,
            w.head || coalesce(' SET DEFAULT ' || o.value, ' DROP DEFAULT') AS removal,
            :namespace || coalesce(chr(31) || above.namespace, '') AS needs_namespaces,
            c.relname || coalesce(chr(31) || above.words, '') AS needs
          """
          + FROM.replace(
              "WHERE",
              """
              LEFT JOIN origin o ON o.attrelid = a.attrelid AND o.attnum = a.attnum
              LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
              LEFT JOIN LATERAL (SELECT 'default of column ' || pc.relname || '.' || a.attname,
                  CASE pn.nspname WHEN 'public' THEN '' ELSE pn.nspname END
                FROM pg_class pc JOIN pg_namespace pn ON pn.oid = pc.relnamespace
                WHERE pc.oid = o.inhparent) above(words, namespace) ON true
              CROSS JOIN LATERAL (SELECT pg_get_expr(d.adbin, d.adrelid)) v(value)
              WHERE\
              """)
          + """
           AND c.relkind IN ('r', 'p') AND (NOT a.attislocal OR c.reloftype <> 0) AND a.attidentity = '' AND a.attgenerated = ''
            AND v.value IS DISTINCT FROM o.value
          """;

  static final String VIEW_DEFAULTS =
      """
      SELECT :namespace AS namespace, 'default of column ' || c.relname || '.' || a.attname AS name,
        'column default' AS kind, w.head || ' SET DEFAULT ' || pg_get_expr(d.adbin, d.adrelid)
          AS definition,
        w.head || ' DROP DEFAULT' AS removal, :namespace AS needs_namespaces,
        CASE WHEN c.reloptions IS NULL THEN '' ELSE 'view ' END || c.relname AS needs
      FROM pg_attrdef d JOIN pg_class c ON c.oid = d.adrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.adnum
        CROSS JOIN LATERAL (SELECT 'ALTER VIEW ' || c.oid::regclass || ' ALTER COLUMN '
          || quote_ident(a.attname)) w(head)
      WHERE c.relkind = 'v' AND :ours AND :own_class
      """;

  static final String REQUIRED =
      "WITH nothing AS (SELECT 1)"
          + INHERITED
          + """
          SELECT :namespace AS namespace, 'not null of column ' || c.relname || '.' || a.attname
              AS name, 'column not null' AS kind, w.head || ' SET NOT NULL' AS definition,
            w.head || ' DROP NOT NULL' AS removal,
            :namespace AS needs_namespaces, c.relname AS needs
          """
          + FROM.replace(
              "WHERE",
              """
              LEFT JOIN origin o ON o.attrelid = a.attrelid AND o.attnum = a.attnum
              WHERE\
              """)
          + """
           AND c.relkind IN ('r', 'p') AND (NOT a.attislocal OR c.reloftype <> 0) AND a.attidentity = '' AND a.attnotnull
            AND NOT coalesce(o.attnotnull, false)
          """;

  /** What may be said of the columns of any table. */
  static final List<String> KEPT = List.of(STORAGE, STATISTICS_TARGETS, COMPRESSION, OPTIONS);

  /** What a column may have otherwise than where it comes from. */
  static final List<String> INHERITED_OTHERWISE = List.of(DEFAULTS, REQUIRED);

  private CarriedColumnParts() {}
}
