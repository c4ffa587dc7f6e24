package dev.whimbrel.postgres.inspect;

/** The query for comments. Those of extensions come with the extension. */
final class CarriedComments {
  static final String QUERY =
      "WITH "
          + Things.NAMED
          + """
          SELECT s.namespace, 'comment on ' || lower(k.word) || ' '
              || regexp_replace(o.identity, '^public\\.', '') AS name, 'comment' AS kind,
            'COMMENT ON ' || k.word || ' ' || o.identity || ' IS ' || quote_literal(d.description)
              AS definition,
            'COMMENT ON ' || k.word || ' ' || o.identity || ' IS NULL' AS removal,
            s.namespace AS needs_namespaces, s.name AS needs
          FROM things s JOIN pg_description d ON d.classoid = s.classid AND d.objoid = s.objid
            CROSS JOIN LATERAL (SELECT i.type, CASE i.type WHEN 'domain constraint'
              THEN replace(i.identity, ' on ', ' ON DOMAIN ') ELSE i.identity END AS identity
              FROM pg_identify_object(d.classoid, d.objoid, d.objsubid) i) o
            CROSS JOIN LATERAL (SELECT CASE WHEN o.type LIKE '% column' THEN 'COLUMN'
              WHEN o.type = 'table constraint' THEN 'CONSTRAINT'
              WHEN o.type = 'domain constraint' THEN 'CONSTRAINT'
              WHEN o.type = 'statistics object' THEN 'STATISTICS'
              WHEN o.type = 'composite type' THEN 'TYPE' ELSE upper(o.type) END) k(word)
          WHERE NOT EXISTS (SELECT FROM pg_depend e
            WHERE e.classid = d.classoid AND e.objid = d.objoid AND e.deptype = 'e')
            AND s.name <> 'extension plpgsql'
          """;

  private CarriedComments() {}
}
