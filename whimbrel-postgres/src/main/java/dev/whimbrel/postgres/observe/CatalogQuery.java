package dev.whimbrel.postgres.observe;

/**
 * Asks for the objects of a database: how each is found again, what it is called, and what stands
 * in the catalogue about it.
 */
final class CatalogQuery {
  /** {@code :since(row)} says whether a row of the catalogue is wanted. */
  private static final String OBJECTS =
      """
      WITH relations AS MATERIALIZED (
        SELECT c.*, c.xmin AS changed,
            CASE WHEN n.nspname = ANY ((SELECT current_schemas(false))::name[]) THEN ''
              ELSE quote_ident(n.nspname) || '.' END || quote_ident(c.relname) AS shown
          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE n.nspname !~ '^(pg_|information_schema$)')
      SELECT 'r' || c.oid AS id, CASE c.relkind WHEN 'i' THEN 'index' WHEN 'I' THEN 'index'
          WHEN 'S' THEN 'sequence' WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view'
          WHEN 'c' THEN 'type' ELSE 'table' END AS kind, c.shown AS shown,
          concat_ws(' ', c.relname, c.relnamespace, c.relpersistence, c.relowner, c.relam,
            c.reltablespace, c.relrowsecurity, c.relforcerowsecurity, c.relreplident,
            c.reloptions) AS print,
          coalesce(o.shown, c.shown) AS owner, c.relfilenode::bigint AS file
        FROM relations c LEFT JOIN pg_index i ON i.indexrelid = c.oid
        LEFT JOIN relations o ON o.oid = i.indrelid
        WHERE :since(c.changed)
      UNION ALL
      SELECT 'a' || attrelid || '.' || attnum, 'column', r.shown || '.' || attname,
          concat_ws(' ', attname, atttypid, atttypmod, attnotnull, attidentity, attgenerated,
            attcollation, attoptions, attstorage, attstattarget), '', 0
        FROM pg_attribute a JOIN relations r ON r.oid = attrelid
        WHERE attnum > 0 AND NOT attisdropped AND relkind IN ('r', 'p', 'v', 'm', 'f', 'c')
          AND :since(a.xmin)
      UNION ALL
      SELECT 'd' || d.oid, 'default of', r.shown || '.' || attname, d.xmin::text, '', 0
        FROM pg_attrdef d JOIN relations r ON r.oid = adrelid
        JOIN pg_attribute a ON a.attrelid = adrelid AND attnum = adnum
        WHERE :since(d.xmin)
      UNION ALL
      SELECT 'c' || c.oid, 'constraint', conname || coalesce(' on ' || r.shown, ''),
          concat_ws(' ', conname, convalidated, condeferrable, condeferred), '', 0
        FROM pg_constraint c JOIN pg_namespace n ON n.oid = connamespace
        LEFT JOIN relations r ON r.oid = conrelid
        WHERE n.nspname !~ '^(pg_|information_schema$)' AND contype <> 'n' AND :since(c.xmin)
      UNION ALL
      SELECT 't' || t.oid, 'type', format_type(t.oid, NULL), concat_ws(' ', typname, t.xmin), '', 0
        FROM pg_type t JOIN pg_namespace n ON n.oid = typnamespace
        WHERE n.nspname !~ '^(pg_|information_schema$)' AND typtype IN ('e', 'd', 'r')
          AND :since(t.xmin)
      UNION ALL
      SELECT 'e' || e.oid, 'label', quote_literal(enumlabel) || ' of ' || format_type(enumtypid, NULL),
          enumlabel, '', 0
        FROM pg_enum e WHERE :since(e.xmin)
      UNION ALL
      SELECT 'p' || p.oid, 'function', p.oid::regprocedure::text, p.xmin::text, '', 0
        FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace
        WHERE n.nspname !~ '^(pg_|information_schema$)' AND :since(p.xmin)
      UNION ALL
      SELECT 'g' || t.oid, 'trigger', tgname || ' on ' || r.shown,
          concat_ws(' ', tgname, tgenabled, tgfoid), '', 0
        FROM pg_trigger t JOIN relations r ON r.oid = tgrelid
        WHERE NOT tgisinternal AND :since(t.xmin)
      UNION ALL
      SELECT 'y' || p.oid, 'policy', polname || ' on ' || r.shown, p.xmin::text, '', 0
        FROM pg_policy p JOIN relations r ON r.oid = polrelid
        WHERE :since(p.xmin)
      UNION ALL
      SELECT 'n' || oid, 'schema', nspname::text, nspname::text, '', 0 FROM pg_namespace n
        WHERE nspname !~ '^(pg_|information_schema$)' AND :since(n.xmin)
      UNION ALL
      SELECT 'x' || oid, 'extension', extname::text, extversion, '', 0 FROM pg_extension x
        WHERE :since(x.xmin)
      """;

  /** What people make has a number above those that a server begins with. */
  private static final String IDS =
      """
      SELECT string_agg(id, ' ') AS ids FROM (
        SELECT 'r' || oid AS id FROM pg_class WHERE oid >= 16384
        UNION ALL SELECT 'a' || attrelid || '.' || attnum FROM pg_attribute
          WHERE attrelid >= 16384 AND attnum > 0 AND NOT attisdropped
        UNION ALL SELECT 'd' || oid FROM pg_attrdef
        UNION ALL SELECT 'c' || oid FROM pg_constraint WHERE oid >= 16384
        UNION ALL SELECT 't' || oid FROM pg_type WHERE oid >= 16384
        UNION ALL SELECT 'e' || oid FROM pg_enum
        UNION ALL SELECT 'p' || oid FROM pg_proc WHERE oid >= 16384
        UNION ALL SELECT 'g' || oid FROM pg_trigger
        UNION ALL SELECT 'y' || oid FROM pg_policy
        UNION ALL SELECT 'n' || oid FROM pg_namespace
        UNION ALL SELECT 'x' || oid FROM pg_extension) AS objects
      """;

  private static final String SINCE = ":since\\(([a-z.]+)\\)";

  private CatalogQuery() {}

  /** All objects. */
  static String all() {
    return OBJECTS.replaceAll(SINCE, "true");
  }

  /** Those that were written since the transaction of that number began. */
  static String since(long transaction) {
    return OBJECTS.replaceAll(SINCE, "age($1) <= age('" + transaction + "'::xid)");
  }

  /** How all objects are found again, in one text with blanks between them. */
  static String ids() {
    return IDS;
  }
}
