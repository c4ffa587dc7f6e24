package dev.whimbrel.postgres.inspect;

import dev.whimbrel.dialect.Session;
import dev.whimbrel.schema.ObjectName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the objects need of one another, by PostgreSQL's own book. */
record Leanings(Map<ObjectName, Set<ObjectName>> byName) {
  private static final String QUERY =
      "WITH "
          + Things.NAMED
          + """
          , holders AS (
            SELECT classid, objid, namespace, name FROM things
            UNION ALL
            SELECT 'pg_rewrite'::regclass, w.oid, t.namespace, t.name FROM pg_rewrite w
              JOIN things t ON t.classid = 'pg_class'::regclass AND t.objid = w.ev_class
              WHERE w.ev_type = '1')
          SELECT DISTINCT h.namespace, h.name, t.namespace AS needs_namespace, t.name AS needs
          FROM holders h JOIN pg_depend d ON d.classid = h.classid AND d.objid = h.objid
            JOIN things t ON t.classid = d.refclassid AND t.objid = d.refobjid
          WHERE d.deptype IN ('n', 'a') AND (t.namespace, t.name) <> (h.namespace, h.name)
          UNION
          SELECT f.namespace, f.name, t.namespace, t.name
          FROM things f JOIN pg_proc p ON f.classid = 'pg_proc'::regclass AND f.objid = p.oid
            JOIN pg_language l ON l.oid = p.prolang AND l.lanname = 'sql'
            JOIN things t ON t.classid = 'pg_class'::regclass
            JOIN pg_class c ON c.oid = t.objid AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
          WHERE strpos(p.prosrc, c.relname) > 0
            AND p.prosrc ~ ('\\m' || regexp_replace(c.relname, '(\\W)', '\\\\\\1', 'g') || '\\M')
          UNION
          SELECT f.namespace, f.name, t.namespace, t.name
          FROM things f JOIN pg_proc p ON f.classid = 'pg_proc'::regclass AND f.objid = p.oid
            JOIN pg_language l ON l.oid = p.prolang AND l.lanname = 'sql'
            JOIN things t ON t.classid = 'pg_proc'::regclass AND t.objid <> p.oid
            JOIN pg_proc c ON c.oid = t.objid
          WHERE c.proname <> p.proname AND strpos(p.prosrc, c.proname || '(') > 0
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
