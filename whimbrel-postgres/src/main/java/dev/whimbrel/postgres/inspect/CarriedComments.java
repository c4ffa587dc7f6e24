package dev.whimbrel.postgres.inspect;

/** The query for comments. Those that an extension brings along come with it. */
final class CarriedComments {
  static final String QUERY =
      "WITH wanted AS MATERIALIZED (SELECT DISTINCT objoid AS oid FROM pg_description"
          + " WHERE objoid >= 16384)"
          + Things.NAMED
          + """
          SELECT s.namespace, 'comment on ' || lower(k.word) || ' '
              || regexp_replace(o.identity, '^public\\.', '') AS name, 'comment' AS kind,
            'COMMENT ON ' || k.word || ' ' || k.identity || ' IS ' || quote_literal(d.description)
              AS definition,
            'COMMENT ON ' || k.word || ' ' || k.identity || ' IS NULL' AS removal,
            s.namespace AS needs_namespaces, s.name AS needs
          FROM things s JOIN pg_description d ON d.classoid = s.classid AND d.objoid = s.objid
            -- tables and their columns are the most by far, and soon told
            LEFT JOIN pg_class t ON d.classoid = 'pg_class'::regclass AND t.oid = d.objoid
              AND t.relkind IN ('r', 'p')
            LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.objsubid
              AND d.objsubid > 0
            LEFT JOIN pg_namespace n ON n.oid = t.relnamespace
            CROSS JOIN LATERAL (SELECT CASE d.objsubid WHEN 0 THEN 'table' ELSE 'table column' END
                AS type, quote_ident(n.nspname) || '.' || quote_ident(t.relname)
                  || coalesce('.' || quote_ident(a.attname), '') AS identity WHERE t.oid IS NOT NULL
              UNION ALL SELECT f.type, CASE f.type WHEN 'domain constraint'
                THEN replace(f.identity, ' on ', ' ON DOMAIN ') ELSE f.identity END
              FROM pg_identify_object(d.classoid, d.objoid, d.objsubid) f WHERE t.oid IS NULL) o
            CROSS JOIN LATERAL (SELECT CASE WHEN o.type LIKE '% column' THEN 'COLUMN'
              WHEN o.type = 'table constraint' THEN 'CONSTRAINT'
              WHEN o.type = 'domain constraint' THEN 'CONSTRAINT'
              WHEN o.type = 'statistics object' THEN 'STATISTICS'
              WHEN o.type = 'composite type' THEN 'TYPE' ELSE upper(o.type) END,
              CASE o.type WHEN 'domain constraint' THEN regexp_replace(o.identity, ' on ', ' on domain ')
                ELSE o.identity END) k(word, identity)
          WHERE NOT EXISTS (SELECT FROM pg_depend e
            WHERE e.classid = d.classoid AND e.objid = d.objoid AND e.deptype = 'e')
            AND s.name <> 'extension plpgsql'
            AND NOT (d.classoid = 'pg_extension'::regclass AND d.description = (SELECT a.comment
              FROM pg_extension x JOIN pg_available_extensions a ON a.name = x.extname
              WHERE x.oid = d.objoid))
          """;

  private CarriedComments() {}
}
