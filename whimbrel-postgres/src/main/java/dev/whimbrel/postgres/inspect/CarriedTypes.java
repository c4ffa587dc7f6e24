package dev.whimbrel.postgres.inspect;

/** The queries for what tables are made of: namespaces, extensions, domains, composite types. */
final class CarriedTypes {
  /** The type regcollation, which would say it in one word, came with PostgreSQL 13. */
  private static final String COLLATION =
      """
      (SELECT CASE WHEN pg_collation_is_visible(l.oid) THEN '' ELSE quote_ident(k.nspname) || '.' END
        || quote_ident(l.collname) FROM pg_collation l JOIN pg_namespace k ON k.oid = l.collnamespace
        WHERE l.oid = %s)\
      """;

  static final String SCHEMAS =
      """
      SELECT '' AS namespace, 'schema ' || n.nspname AS name, 'schema' AS kind,
        'CREATE SCHEMA IF NOT EXISTS "' || replace(n.nspname, '"', '""') || '"' AS definition,
        'DROP SCHEMA "' || replace(n.nspname, '"', '""') || '"' AS removal
      FROM pg_namespace n
      WHERE :ours AND n.nspname <> 'public' AND NOT EXISTS (SELECT FROM pg_depend e
        WHERE e.classid = 'pg_namespace'::regclass AND e.objid = n.oid AND e.deptype = 'e')
      """;

  static final String EXTENSIONS =
      """
      SELECT CASE WHEN :ours THEN :namespace ELSE '' END AS namespace,
        'extension ' || x.extname AS name, 'extension' AS kind,
        'CREATE EXTENSION IF NOT EXISTS "' || x.extname || '"' || CASE WHEN :ours
          THEN ' WITH SCHEMA "' || n.nspname || '"' ELSE '' END AS definition,
        'DROP EXTENSION "' || x.extname || '"' AS removal
      FROM pg_extension x JOIN pg_namespace n ON n.oid = x.extnamespace
      WHERE x.extname <> 'plpgsql'
      """;

  /** A line for each part, by which what changes can be told. */
  static final String DOMAINS =
      """
      SELECT :namespace AS namespace, 'domain ' || t.typname AS name, 'domain' AS kind,
        'CREATE DOMAIN ' || format_type(t.oid, NULL) || ' AS '
          || format_type(t.typbasetype, t.typtypmod)
          || CASE WHEN t.typcollation <> b.typcollation
            THEN ' COLLATE ' || :collation ELSE '' END
          || coalesce(w.line || 'DEFAULT ' || t.typdefault, '')
          || CASE WHEN t.typnotnull THEN w.line || coalesce((SELECT 'CONSTRAINT ' || quote_ident(con.conname)
            || ' ' FROM pg_constraint con WHERE con.contypid = t.oid AND con.contype = 'n'
            AND con.conname <> t.typname || '_not_null'), '') || 'NOT NULL' ELSE '' END
          || coalesce((SELECT string_agg(w.line || 'CONSTRAINT ' || quote_ident(con.conname) || ' '
              || pg_get_constraintdef(con.oid), '' ORDER BY con.conname)
            FROM pg_constraint con
            WHERE con.contypid = t.oid AND con.contype = 'c' AND con.convalidated), '')
          || coalesce((SELECT string_agg(';' || chr(10) || 'ALTER DOMAIN ' || format_type(t.oid, NULL)
              || ' ADD CONSTRAINT ' || quote_ident(con.conname) || ' '
              || pg_get_constraintdef(con.oid), '' ORDER BY con.conname)
            FROM pg_constraint con
            WHERE con.contypid = t.oid AND con.contype = 'c' AND NOT con.convalidated), '')
          AS definition,
        'DROP DOMAIN ' || format_type(t.oid, NULL) AS removal
      FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
        JOIN pg_type b ON b.oid = t.typbasetype CROSS JOIN (SELECT chr(10) || chr(9)) w(line)
      WHERE t.typtype = 'd' AND :ours AND NOT EXISTS (SELECT FROM pg_depend e
        WHERE e.classid = 'pg_type'::regclass AND e.objid = t.oid AND e.deptype = 'e')
      """
          .replace(":collation", COLLATION.formatted("t.typcollation"));

  static final String COMPOSITES =
      """
      SELECT :namespace AS namespace, 'type ' || c.relname AS name, 'type' AS kind,
        'CREATE TYPE ' || format_type(c.reltype, NULL) || ' AS (' || coalesce((
          SELECT string_agg(quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
            || CASE WHEN a.attcollation IN (0, y.typcollation) THEN ''
              ELSE ' COLLATE ' || :collation END, ', ' ORDER BY a.attnum)
          FROM pg_attribute a JOIN pg_type y ON y.oid = a.atttypid
          WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped), '') || ')'
          AS definition,
        'DROP TYPE ' || format_type(c.reltype, NULL) AS removal
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'c' AND :ours AND NOT EXISTS (SELECT FROM pg_depend e
        WHERE e.classid = 'pg_type'::regclass AND e.objid = c.reltype AND e.deptype = 'e')
      """
          .replace(":collation", COLLATION.formatted("a.attcollation"));

  private CarriedTypes() {}
}
