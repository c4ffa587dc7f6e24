package dev.whimbrel.postgres.inspect;

import dev.whimbrel.schema.ObjectName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the objects need of one another, by PostgreSQL's own book. */
record Leanings(Map<ObjectName, Set<ObjectName>> byName) {
  /** Tables lean on things too, but nobody asks: that is part of what the tables are. */
  private static final String HOLDERS =
      """
      WITH holding AS MATERIALIZED (
        SELECT c.oid FROM pg_class c WHERE c.relkind IN ('c', 'f', 'v', 'm')),
      leaning AS MATERIALIZED (
        SELECT d.classid, d.objid, d.refclassid, d.refobjid FROM pg_depend d
        WHERE d.deptype IN ('n', 'a') AND CASE d.classid
          WHEN 'pg_class'::regclass THEN d.objid IN (SELECT oid FROM holding UNION ALL
            SELECT i.indexrelid FROM pg_index i WHERE i.indrelid IN (SELECT oid FROM holding))
          WHEN 'pg_constraint'::regclass THEN d.objid IN (SELECT k.oid FROM pg_constraint k
            WHERE k.contypid <> 0 OR k.conrelid IN (SELECT oid FROM holding))
          WHEN 'pg_attrdef'::regclass THEN d.objid IN (SELECT v.oid FROM pg_attrdef v
            WHERE v.adrelid IN (SELECT oid FROM holding))
          ELSE true END),
      """;

  /** What functions in SQL speak of is only in their text; PostgreSQL keeps no book of it. */
  private static final String SPEAKING =
      """
      speaking AS MATERIALIZED (
        SELECT DISTINCT p.oid, p.prosrc, said.word
        FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
          JOIN pg_language l ON l.oid = p.prolang AND l.lanname = 'sql'
          CROSS JOIN LATERAL regexp_split_to_table(p.prosrc, '\\W+') spoken(word)
          CROSS JOIN LATERAL (VALUES (spoken.word), (lower(spoken.word))) said(word)
        WHERE :ours),
      spoken AS MATERIALIZED (
        SELECT s.oid, 'pg_class'::regclass AS classid, c.oid AS objid
        FROM speaking s JOIN pg_class c ON c.relname = s.word
          AND (quote_ident(c.relname) = c.relname OR strpos(s.prosrc, quote_ident(c.relname)) > 0)
        WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
        UNION
        SELECT s.oid, 'pg_class'::regclass, c.oid
        FROM speaking s JOIN pg_class c ON c.relname ~ '\\W' AND strpos(s.prosrc, quote_ident(c.relname)) > 0
        WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
        UNION
        SELECT s.oid, 'pg_proc'::regclass, p.oid
        FROM speaking s JOIN pg_proc p ON p.proname = s.word AND p.oid <> s.oid
        WHERE s.prosrc ~* ('\\m' || s.word || '"?\\s*\\(')
        UNION
        SELECT s.oid, 'pg_proc'::regclass, p.oid
        FROM speaking s JOIN pg_proc p ON p.proname ~ '\\W' AND p.oid <> s.oid
          AND strpos(s.prosrc, quote_ident(p.proname) || '(') > 0),
      wanted AS MATERIALIZED (
        SELECT objid AS oid FROM leaning UNION SELECT refobjid FROM leaning
        UNION SELECT oid FROM holding UNION SELECT oid FROM spoken UNION SELECT objid FROM spoken)
      """;

  private static final String QUERY =
      HOLDERS
          + SPEAKING
          + Things.NAMED
          + """
          , holders AS (
            SELECT classid, objid, namespace, name FROM things
            UNION ALL
            SELECT 'pg_rewrite'::regclass, w.oid, t.namespace, t.name FROM pg_rewrite w
              JOIN things t ON t.classid = 'pg_class'::regclass AND t.objid = w.ev_class
              WHERE w.ev_type = '1')
          SELECT DISTINCT h.namespace, h.name, t.namespace AS needs_namespace, t.name AS needs
          FROM leaning d JOIN holders h ON d.classid = h.classid AND d.objid = h.objid
            JOIN things t ON t.classid = d.refclassid AND t.objid = d.refobjid
          WHERE (t.namespace, t.name) <> (h.namespace, h.name)
          UNION
          SELECT f.namespace, f.name, t.namespace, t.name
          FROM spoken s JOIN things f ON f.classid = 'pg_proc'::regclass AND f.objid = s.oid
            JOIN things t ON t.classid = s.classid AND t.objid = s.objid
          WHERE (t.namespace, t.name) <> (f.namespace, f.name)
          """;

  static Leanings read(Catalog catalog) {
    var byName = new HashMap<ObjectName, Set<ObjectName>>();
    if (!catalog.presence().hasLeaning()) {
      return new Leanings(byName);
    }
    for (var row : catalog.rows(QUERY)) {
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
