package dev.whimbrel.postgres.inspect;

/** The queries for what belongs to tables and views and has no place in them. */
final class CarriedTableParts {
  static final String ROW_SECURITY =
      """
      SELECT :namespace AS namespace, 'row security of ' || c.relname AS name,
        'row security' AS kind, 'ALTER TABLE ' || c.oid::regclass || CASE
          WHEN c.relrowsecurity AND c.relforcerowsecurity
            THEN ' ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY'
          WHEN c.relrowsecurity THEN ' ENABLE ROW LEVEL SECURITY'
          ELSE ' FORCE ROW LEVEL SECURITY' END AS definition,
        'ALTER TABLE ' || c.oid::regclass
          || ' DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY' AS removal,
        :namespace AS needs_namespaces, c.relname AS needs
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE (c.relrowsecurity OR c.relforcerowsecurity) AND :ours AND :own_class
      """;

  static final String REPLICA_IDENTITIES =
      """
      SELECT :namespace AS namespace, 'replica identity of ' || c.relname AS name,
        'replica identity' AS kind, 'ALTER TABLE ' || c.oid::regclass || ' REPLICA IDENTITY '
          || CASE c.relreplident WHEN 'f' THEN 'FULL' WHEN 'n' THEN 'NOTHING' ELSE
            'USING INDEX ' || (SELECT quote_ident(x.relname) FROM pg_index i
              JOIN pg_class x ON x.oid = i.indexrelid
              WHERE i.indrelid = c.oid AND i.indisreplident) END AS definition,
        'ALTER TABLE ' || c.oid::regclass || ' REPLICA IDENTITY DEFAULT' AS removal,
        :namespace AS needs_namespaces, c.relname AS needs
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND c.relreplident <> 'd'
        AND (c.relreplident <> 'i' OR EXISTS (SELECT FROM pg_index i
          WHERE i.indrelid = c.oid AND i.indisreplident))
        AND :ours AND :own_class
      """;

  static final String CLUSTERS =
      """
      SELECT :namespace AS namespace, 'cluster of ' || c.relname AS name, 'cluster' AS kind,
        'ALTER TABLE ' || c.oid::regclass || ' CLUSTER ON ' || quote_ident(x.relname) AS definition,
        'ALTER TABLE ' || c.oid::regclass || ' SET WITHOUT CLUSTER' AS removal,
        :namespace || CASE c.relkind WHEN 'm' THEN chr(31) || :namespace ELSE '' END
          AS needs_namespaces,
        c.relname || CASE c.relkind WHEN 'm'
          THEN chr(31) || 'index ' || x.relname || ' on ' || c.relname ELSE '' END AS needs
      FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_class c ON c.oid = i.indrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE i.indisclustered AND :ours AND :own_class
      """;

  static final String VIEW_INDEXES =
      """
      SELECT :namespace AS namespace, 'index ' || x.relname || ' on ' || c.relname AS name,
        'index' AS kind, pg_get_indexdef(x.oid) AS definition,
        'DROP INDEX ' || x.oid::regclass AS removal,
        :namespace AS needs_namespaces, CASE WHEN c.reloptions IS NULL THEN ''
          ELSE 'materialized view ' END || c.relname AS needs
      FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_class c ON c.oid = i.indrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'm' AND :ours AND :own_class
      """;

  static final String STATISTICS =
      """
      SELECT :namespace AS namespace, 'statistics ' || s.stxname AS name, 'statistics' AS kind,
        pg_get_statisticsobjdef(s.oid) || CASE WHEN (to_jsonb(s) ->> 'stxstattarget')::int >= 0
          THEN ';' || chr(10) || 'ALTER STATISTICS ' || quote_ident(n.nspname) || '.'
            || quote_ident(s.stxname) || ' SET STATISTICS ' || (to_jsonb(s) ->> 'stxstattarget')
          ELSE '' END AS definition,
        'DROP STATISTICS ' || quote_ident(n.nspname) || '.' || quote_ident(s.stxname) AS removal,
        CASE cn.nspname WHEN 'public' THEN '' ELSE cn.nspname END AS needs_namespaces,
        c.relname AS needs
      FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace
        JOIN pg_class c ON c.oid = s.stxrelid JOIN pg_namespace cn ON cn.oid = c.relnamespace
      WHERE :ours
      """;

  private static final String OF_INDEX =
      """
      FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_class c ON c.oid = i.indrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        CROSS JOIN LATERAL (SELECT 'ALTER INDEX ' || x.oid::regclass) w(head)
        CROSS JOIN LATERAL (SELECT :namespace || CASE c.relkind WHEN 'm' THEN chr(31) || :namespace
            ELSE '' END,
          c.relname || CASE c.relkind WHEN 'm'
            THEN chr(31) || 'index ' || x.relname || ' on ' || c.relname ELSE '' END)
          l(needs_namespaces, needs)
      """;

  static final String INDEX_STATISTICS =
      """
      SELECT :namespace AS namespace,
        'statistics of index ' || x.relname || ', column ' || a.attnum AS name,
        'index statistics' AS kind,
        w.head || ' ALTER COLUMN ' || a.attnum || ' SET STATISTICS ' || a.attstattarget AS definition,
        w.head || ' ALTER COLUMN ' || a.attnum || ' SET STATISTICS -1' AS removal,
        l.needs_namespaces, l.needs
      """
          + OF_INDEX
          + """
          JOIN pg_attribute a ON a.attrelid = x.oid
          WHERE i.indexprs IS NOT NULL AND a.attstattarget >= 0 AND :ours AND :own_class
          """;

  static final String INDEX_SPACES =
      """
      SELECT :namespace AS namespace, 'tablespace of index ' || x.relname AS name,
        'index tablespace' AS kind,
        w.head || ' SET TABLESPACE ' || quote_ident(s.spcname) AS definition,
        w.head || ' SET TABLESPACE pg_default' AS removal, l.needs_namespaces, l.needs
      """
          + OF_INDEX
          + """
          JOIN pg_tablespace s ON s.oid = x.reltablespace WHERE :ours AND :own_class
          """;

  static final String VIEW_SPACES =
      """
      SELECT :namespace AS namespace, 'tablespace of materialized view ' || c.relname AS name,
        'view tablespace' AS kind,
        'ALTER MATERIALIZED VIEW ' || c.oid::regclass || ' SET TABLESPACE '
          || quote_ident(s.spcname) AS definition,
        'ALTER MATERIALIZED VIEW ' || c.oid::regclass || ' SET TABLESPACE pg_default' AS removal,
        :namespace AS needs_namespaces, CASE WHEN c.reloptions IS NULL THEN ''
          ELSE 'materialized view ' END || c.relname AS needs
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_tablespace s ON s.oid = c.reltablespace
      WHERE c.relkind = 'm' AND :ours AND :own_class
      """;

  /** What CREATE INDEX CONCURRENTLY leaves when it fails; there is no statement that makes one. */
  static final String UNFINISHED_INDEXES =
      """
      SELECT :namespace AS namespace, 'invalid index ' || x.relname || ' on ' || c.relname AS name,
        'invalid index' AS kind, '-- ' || pg_get_indexdef(x.oid) || ' was never finished' AS definition,
        'DROP INDEX ' || x.oid::regclass AS removal,
        :namespace AS needs_namespaces, c.relname AS needs
      FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid AND x.relkind = 'i'
        JOIN pg_class c ON c.oid = i.indrelid AND c.relkind IN ('r', 'm')
        JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE NOT i.indisvalid AND :ours AND :own_class
      """;

  /** Indexes of partitioned tables that not all partitions have, or not all in one order. */
  static final String PARTIAL_INDEXES =
      """
      WITH RECURSIVE family(top, oid, parent, level) AS (
        SELECT i.indexrelid, i.indexrelid, NULL::oid, 0 FROM pg_index i
          JOIN pg_class x ON x.oid = i.indexrelid AND x.relkind = 'I' AND NOT x.relispartition
        WHERE NOT (i.indisvalid AND :uniform)
          AND NOT EXISTS (SELECT FROM pg_constraint con WHERE con.conindid = i.indexrelid)
        UNION ALL
        SELECT f.top, h.inhrelid, f.oid, f.level + 1 FROM family f JOIN pg_inherits h ON h.inhparent = f.oid)
      SELECT :namespace AS namespace, 'index ' || x.relname || ' on only ' || c.relname AS name,
        'index on only' AS kind, m.definition, 'DROP INDEX ' || x.oid::regclass AS removal,
        m.needs_namespaces, m.needs
      FROM (SELECT f.top, string_agg(CASE WHEN k.oid IS NULL THEN pg_get_indexdef(f.oid) END
              || CASE WHEN f.parent IS NULL THEN '' ELSE E';\n' END, '' ORDER BY f.level DESC, f.oid)
            || coalesce(string_agg(E';\nALTER INDEX ' || f.parent::regclass || ' ATTACH PARTITION '
              || f.oid::regclass, '' ORDER BY f.level, f.oid), '') AS definition,
          string_agg(CASE s.nspname WHEN 'public' THEN '' ELSE s.nspname END, chr(31) ORDER BY f.oid)
            AS needs_namespaces,
          string_agg(t.relname, chr(31) ORDER BY f.oid) AS needs
        FROM family f JOIN pg_index j ON j.indexrelid = f.oid JOIN pg_class t ON t.oid = j.indrelid
          JOIN pg_namespace s ON s.oid = t.relnamespace
          LEFT JOIN pg_constraint k ON k.conindid = f.oid AND k.contype IN ('p', 'u', 'x')
        GROUP BY f.top) m
        JOIN pg_class x ON x.oid = m.top JOIN pg_index i ON i.indexrelid = x.oid
        JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE :ours AND :own_class
      """;

  private CarriedTableParts() {}
}
