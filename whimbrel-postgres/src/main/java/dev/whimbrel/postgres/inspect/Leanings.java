package dev.whimbrel.postgres.inspect;

import dev.whimbrel.dialect.Session;
import dev.whimbrel.schema.ObjectName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the objects need of one another, by PostgreSQL's own book. */
record Leanings(Map<ObjectName, Set<ObjectName>> byName) {
  /** Each thing under the name that the schema has for it. */
  static final String THINGS =
      """
      things AS (
        SELECT 'pg_class'::regclass AS classid, c.oid AS objid, :namespace AS namespace,
          CASE c.relkind WHEN 'S' THEN 'sequence ' WHEN 'c' THEN 'type ' ELSE
            CASE WHEN c.relispartition THEN 'partition '
              WHEN c.relkind = 'v' AND c.reloptions IS NOT NULL THEN 'view '
              WHEN c.relkind = 'm' AND c.reloptions IS NOT NULL THEN 'materialized view '
              ELSE '' END END || c.relname AS name
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'c') AND :ours AND :own_class
        UNION ALL
        SELECT 'pg_proc'::regclass, p.oid, :namespace, CASE p.prokind WHEN 'p' THEN 'procedure '
          ELSE 'function ' END || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')'
        FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE :ours
        UNION ALL
        SELECT 'pg_type'::regclass, t.oid, :namespace,
          CASE b.typtype WHEN 'd' THEN 'domain ' WHEN 'c' THEN
            CASE r.relkind WHEN 'c' THEN 'type ' ELSE '' END ELSE '' END || b.typname
        FROM pg_type t JOIN pg_type b ON b.oid =
            CASE WHEN t.typelem <> 0 AND t.typlen = -1 THEN t.typelem ELSE t.oid END
          JOIN pg_namespace n ON n.oid = b.typnamespace LEFT JOIN pg_class r ON r.oid = b.typrelid
        WHERE b.typtype IN ('e', 'd', 'c') AND :ours)\
      """;

  private static final String QUERY =
      "WITH "
          + THINGS
          + """
          , holders AS (
            SELECT classid, objid, namespace, name FROM things
            UNION ALL
            SELECT 'pg_rewrite'::regclass, w.oid, t.namespace, t.name FROM pg_rewrite w
              JOIN things t ON t.classid = 'pg_class'::regclass AND t.objid = w.ev_class
              WHERE w.rulename = '_RETURN')
          SELECT DISTINCT h.namespace, h.name, t.namespace AS needs_namespace, t.name AS needs
          FROM holders h JOIN pg_depend d ON d.classid = h.classid AND d.objid = h.objid
            JOIN things t ON t.classid = d.refclassid AND t.objid = d.refobjid
          WHERE d.deptype IN ('n', 'a') AND (t.namespace, t.name) <> (h.namespace, h.name)
          UNION
          SELECT f.namespace, f.name, t.namespace, t.name
          FROM things f JOIN pg_proc p ON f.classid = 'pg_proc'::regclass AND f.objid = p.oid
            JOIN pg_language l ON l.oid = p.prolang AND l.lanname = 'sql'
            JOIN things t ON t.classid = 'pg_class'::regclass
            JOIN pg_class c ON c.oid = t.objid AND c.relkind IN ('r', 'p', 'v', 'm')
          WHERE strpos(p.prosrc, c.relname) > 0
            AND p.prosrc ~ ('\\m' || regexp_replace(c.relname, '(\\W)', '\\\\\\1', 'g') || '\\M')
          """;

  static Leanings read(Session session) {
    var byName = new HashMap<ObjectName, Set<ObjectName>>();
    for (var row : session.query(Catalog.query(QUERY))) {
      byName
          .computeIfAbsent(Catalog.name(row), name -> new HashSet<>())
          .add(new ObjectName(row.text("needs_namespace"), row.text("needs")));
    }
    return new Leanings(byName);
  }

  Set<ObjectName> of(ObjectName name) {
    return byName.getOrDefault(name, Set.of());
  }
}
