package dev.whimbrel.postgres.inspect;

/** The query for comments. Those of extensions come with the extension. */
final class CarriedComments {
  static final String QUERY =
      "WITH "
          + Leanings.THINGS
          + """
          , subjects AS (
            SELECT classid, objid, namespace, name FROM things
            UNION ALL
            SELECT 'pg_namespace'::regclass, n.oid, '', 'schema ' || n.nspname
            FROM pg_namespace n WHERE :ours AND n.nspname <> 'public'
            UNION ALL
            SELECT 'pg_class'::regclass, i.indexrelid, t.namespace, t.name
            FROM pg_index i JOIN things t ON t.classid = 'pg_class'::regclass AND t.objid = i.indrelid
            UNION ALL
            SELECT 'pg_constraint'::regclass, con.oid, t.namespace, t.name FROM pg_constraint con
              JOIN things t ON t.classid = 'pg_class'::regclass AND t.objid = con.conrelid
            UNION ALL
            SELECT 'pg_trigger'::regclass, g.oid, t.namespace, 'trigger ' || g.tgname || ' on ' || t.name
            FROM pg_trigger g JOIN things t ON t.classid = 'pg_class'::regclass AND t.objid = g.tgrelid)
          SELECT s.namespace, 'comment on ' || lower(k.word) || ' '
              || regexp_replace(o.identity, '^public\\.', '') AS name, 'comment' AS kind,
            'COMMENT ON ' || k.word || ' ' || o.identity || ' IS ' || quote_literal(d.description)
              AS definition,
            'COMMENT ON ' || k.word || ' ' || o.identity || ' IS NULL' AS removal,
            s.namespace AS needs_namespaces, s.name AS needs
          FROM subjects s JOIN pg_description d ON d.classoid = s.classid AND d.objoid = s.objid
            CROSS JOIN LATERAL pg_identify_object(d.classoid, d.objoid, d.objsubid) o
            CROSS JOIN LATERAL (SELECT CASE WHEN o.type LIKE '% column' THEN 'COLUMN'
              WHEN o.type = 'table constraint' THEN 'CONSTRAINT'
              WHEN o.type = 'composite type' THEN 'TYPE' ELSE upper(o.type) END) k(word)
          """;

  private CarriedComments() {}
}
