package dev.whimbrel.postgres.observe;

import dev.whimbrel.dialect.Row;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.review.script.Observation.Effect;
import dev.whimbrel.review.script.Observation.Touched;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The objects of a database at one moment.
 *
 * @param objects what each is called, by its place in the catalogue
 * @param prints what stands in the catalogue about it
 */
record CatalogState(Map<String, String> objects, Map<String, String> prints) {
  private static final String OBJECTS =
      """
      WITH relations AS (
        SELECT c.*, c.oid::regclass::text AS shown FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname !~ '^(pg_|information_schema$)')
      SELECT 'r' || oid AS id, CASE relkind WHEN 'i' THEN 'index ' WHEN 'I' THEN 'index '
          WHEN 'S' THEN 'sequence ' WHEN 'v' THEN 'view ' WHEN 'm' THEN 'materialized view '
          WHEN 'c' THEN 'type ' ELSE 'table ' END || shown AS shown,
          concat_ws(' ', relname, relnamespace, relpersistence, relowner, relam, reltablespace,
            relrowsecurity, relforcerowsecurity, relreplident, reloptions) AS print
        FROM relations
      UNION ALL
      SELECT 'a' || attrelid || '.' || attnum, 'column ' || r.shown || '.' || attname,
          concat_ws(' ', attname, atttypid, atttypmod, attnotnull, attidentity, attgenerated,
            attcollation, attoptions, attstorage, attstattarget)
        FROM pg_attribute a JOIN relations r ON r.oid = attrelid
        WHERE attnum > 0 AND NOT attisdropped AND relkind IN ('r', 'p', 'v', 'm', 'f', 'c')
      UNION ALL
      SELECT 'd' || d.oid, 'default of ' || r.shown || '.' || attname, d.xmin::text
        FROM pg_attrdef d JOIN relations r ON r.oid = adrelid
        JOIN pg_attribute a ON a.attrelid = adrelid AND attnum = adnum
      UNION ALL
      SELECT 'c' || c.oid, 'constraint ' || conname
          || CASE WHEN conrelid <> 0 THEN ' on ' || conrelid::regclass ELSE '' END,
          concat_ws(' ', conname, convalidated, condeferrable, condeferred)
        FROM pg_constraint c JOIN pg_namespace n ON n.oid = connamespace
        WHERE n.nspname !~ '^(pg_|information_schema$)' AND contype <> 'n'
      UNION ALL
      SELECT 't' || t.oid, 'type ' || format_type(t.oid, NULL), concat_ws(' ', typname, t.xmin)
        FROM pg_type t JOIN pg_namespace n ON n.oid = typnamespace
        WHERE n.nspname !~ '^(pg_|information_schema$)' AND typtype IN ('e', 'd', 'r')
      UNION ALL
      SELECT 'e' || e.oid, 'label ' || quote_literal(enumlabel) || ' of ' || format_type(enumtypid, NULL),
          enumlabel
        FROM pg_enum e
      UNION ALL
      SELECT 'p' || p.oid, 'function ' || p.oid::regprocedure, p.xmin::text
        FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace
        WHERE n.nspname !~ '^(pg_|information_schema$)'
      UNION ALL
      SELECT 'g' || t.oid, 'trigger ' || tgname || ' on ' || tgrelid::regclass,
          concat_ws(' ', tgname, tgenabled, tgfoid)
        FROM pg_trigger t WHERE NOT tgisinternal
      UNION ALL
      SELECT 'y' || p.oid, 'policy ' || polname || ' on ' || polrelid::regclass, p.xmin::text
        FROM pg_policy p
      UNION ALL
      SELECT 'n' || oid, 'schema ' || nspname, nspname FROM pg_namespace
        WHERE nspname !~ '^(pg_|information_schema$)'
      UNION ALL
      SELECT 'x' || oid, 'extension ' || extname, extversion FROM pg_extension
      """;

  static CatalogState of(Session session) {
    var objects = new LinkedHashMap<String, String>();
    var prints = new HashMap<String, String>();
    for (Row row : session.query(OBJECTS)) {
      objects.put(row.text("id"), row.text("shown"));
      prints.put(row.text("id"), row.find("print").orElse(""));
    }
    return new CatalogState(objects, prints);
  }

  /** What has come, changed and gone since. */
  List<Touched> touched(CatalogState later) {
    var touched = new ArrayList<Touched>();
    later
        .objects()
        .forEach((id, shown) -> {
          if (!objects.containsKey(id)) {
            touched.add(new Touched(Effect.MADE, shown));
          } else if (!String.valueOf(prints.get(id)).equals(later.prints().get(id))) {
            touched.add(new Touched(Effect.CHANGED, shown));
          }
        });
    objects.forEach((id, shown) -> {
      if (!later.objects().containsKey(id)) {
        touched.add(new Touched(Effect.DROPPED, shown));
      }
    });
    return touched;
  }
}
