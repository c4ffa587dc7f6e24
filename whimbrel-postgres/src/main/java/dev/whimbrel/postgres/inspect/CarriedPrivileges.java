package dev.whimbrel.postgres.inspect;

/**
 * The queries for who may do what, as far as it is otherwise than PostgreSQL has it by itself: what
 * was granted beyond that, and what was taken away. Nothing is said of owners.
 */
final class CarriedPrivileges {
  private static final String GRANTED =
      """
      WITH wanted AS MATERIALIZED (
        SELECT oid FROM pg_class WHERE relacl IS NOT NULL AND oid >= 16384
        UNION SELECT attrelid FROM pg_attribute WHERE attacl IS NOT NULL AND attrelid >= 16384
        UNION SELECT oid FROM pg_proc WHERE proacl IS NOT NULL AND oid >= 16384
        UNION SELECT oid FROM pg_type WHERE typacl IS NOT NULL AND oid >= 16384
        UNION SELECT oid FROM pg_namespace
        UNION SELECT oid FROM pg_foreign_data_wrapper
        UNION SELECT oid FROM pg_foreign_server)
      """;

  private static final String OWNED =
      """
      owned AS (
        SELECT t.classid, t.objid, 0 AS objsubid, t.namespace, t.name, 'TABLE' AS word,
          c.relacl AS acl, CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char" AS letter,
          c.relowner AS owner FROM things t JOIN pg_class c ON c.oid = t.objid
        WHERE t.classid = 'pg_class'::regclass AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
        UNION ALL
        SELECT t.classid, t.objid, a.attnum, t.namespace, t.name, 'TABLE', a.attacl, 'c', c.relowner
        FROM things t JOIN pg_class c ON c.oid = t.objid JOIN pg_attribute a ON a.attrelid = c.oid
        WHERE t.classid = 'pg_class'::regclass AND a.attacl IS NOT NULL AND NOT a.attisdropped
          AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
        UNION ALL
        SELECT t.classid, t.objid, 0, t.namespace, t.name, 'ROUTINE', p.proacl, 'f', p.proowner
        FROM things t JOIN pg_proc p ON t.classid = 'pg_proc'::regclass AND p.oid = t.objid
        UNION ALL
        SELECT t.classid, t.objid, 0, t.namespace, t.name, 'TYPE', y.typacl, 'T', y.typowner
        FROM things t JOIN pg_type y ON t.classid = 'pg_type'::regclass AND y.oid = t.objid
        WHERE y.typacl IS NOT NULL
        UNION ALL
        SELECT 'pg_namespace'::regclass, y.oid, 0, '', coalesce(t.name, ''), 'SCHEMA', y.nspacl, 'n',
          y.nspowner
        FROM pg_namespace y LEFT JOIN things t ON t.classid = 'pg_namespace'::regclass
          AND t.objid = y.oid WHERE t.objid IS NOT NULL OR y.nspname = 'public'
        UNION ALL
        SELECT t.classid, t.objid, 0, t.namespace, t.name, 'FOREIGN DATA WRAPPER', y.fdwacl, 'F',
          y.fdwowner FROM things t JOIN pg_foreign_data_wrapper y
            ON t.classid = 'pg_foreign_data_wrapper'::regclass AND y.oid = t.objid
        UNION ALL
        SELECT t.classid, t.objid, 0, t.namespace, t.name, 'FOREIGN SERVER', y.srvacl, 'S',
          y.srvowner FROM things t JOIN pg_foreign_server y
            ON t.classid = 'pg_foreign_server'::regclass AND y.oid = t.objid),
      usual AS (
        SELECT o.*, coalesce(i.initprivs, CASE WHEN o.letter <> 'c'
          THEN acldefault(o.letter, o.owner) END) AS base
        FROM owned o LEFT JOIN pg_init_privs i ON i.classoid = o.classid AND i.objoid = o.objid
          AND i.objsubid = o.objsubid
        WHERE o.acl IS NOT NULL AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = o.classid
          AND e.objid = o.objid AND e.deptype = 'e')),
      said AS (
        SELECT u.classid, u.objid, u.objsubid, false AS lacking, g.grantee, g.privilege_type,
          g.is_grantable FROM usual u, aclexplode(u.acl) g WHERE g.grantee <> u.owner
        EXCEPT
        SELECT u.classid, u.objid, u.objsubid, false, g.grantee, g.privilege_type, g.is_grantable
        FROM usual u, aclexplode(u.base) g
        UNION ALL (
        SELECT u.classid, u.objid, u.objsubid, true, g.grantee, g.privilege_type, false
        FROM usual u, aclexplode(u.base) g
        EXCEPT
        SELECT u.classid, u.objid, u.objsubid, true, g.grantee, g.privilege_type, false
        FROM usual u, aclexplode(u.acl) g)),
      summed AS (
        SELECT s.classid, s.objid, s.objsubid, s.lacking, s.grantee, s.is_grantable,
          string_agg(s.privilege_type, ', ' ORDER BY s.privilege_type) AS privileges,
          array_agg(s.privilege_type ORDER BY s.privilege_type) AS list
        FROM said s GROUP BY 1, 2, 3, 4, 5, 6)
      """;

  static final String OBJECTS =
      GRANTED
          + Things.NAMED
          + ", "
          + OWNED
          + """
          SELECT u.namespace, CASE WHEN s.lacking THEN 'revoked ' ELSE '' END || 'privileges '
              || CASE WHEN s.is_grantable THEN 'with grant option ' ELSE '' END || 'of ' || r.role
              || ' on ' || i.type || ' ' || regexp_replace(i.identity, '^public\\.', '') AS name,
            'privileges' AS kind,
            CASE WHEN s.lacking THEN w.taken ELSE w.given END AS definition,
            CASE WHEN s.lacking THEN w.given ELSE w.taken END AS removal,
            CASE u.name WHEN '' THEN NULL ELSE u.namespace END AS needs_namespaces,
            nullif(u.name, '') AS needs
          FROM summed s JOIN usual u USING (classid, objid, objsubid)
            CROSS JOIN LATERAL pg_identify_object(s.classid, s.objid, s.objsubid) i
            CROSS JOIN LATERAL (SELECT coalesce((SELECT quote_ident(rolname) FROM pg_roles
              WHERE oid = s.grantee), 'PUBLIC')) r(role)
            CROSS JOIN LATERAL (SELECT CASE WHEN u.objsubid > 0 THEN (SELECT string_agg(p || ' ('
                || quote_ident(a.attname) || ')', ', ') FROM unnest(s.list) p, pg_attribute a
                WHERE a.attrelid = s.objid AND a.attnum = s.objsubid)
              WHEN s.list @> (SELECT array_agg(d.privilege_type::text)
                FROM aclexplode(acldefault(u.letter, u.owner)) d WHERE d.grantee = u.owner) THEN 'ALL'
              ELSE s.privileges END || ' ON ' || CASE u.letter WHEN 's' THEN 'SEQUENCE'
                WHEN 'T' THEN CASE i.type WHEN 'domain' THEN 'DOMAIN' ELSE 'TYPE' END
                ELSE u.word END || ' ' || CASE WHEN u.objsubid > 0 THEN s.objid::regclass::text
                  ELSE i.identity END) o(what)
            CROSS JOIN LATERAL (SELECT 'GRANT ' || o.what || ' TO ' || r.role
                || CASE WHEN s.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END,
              'REVOKE ' || o.what || ' FROM ' || r.role) w(given, taken)
          """;

  /** What those who make things here let others do with them from the start, or do not. */
  static final String DEFAULTS =
      """
      WITH usual AS (
        SELECT d.oid, b.grantee, b.privilege_type, b.is_grantable
        FROM pg_default_acl d CROSS JOIN LATERAL aclexplode(acldefault(
          CASE d.defaclobjtype WHEN 'S' THEN 's' ELSE d.defaclobjtype END::"char", d.defaclrole)) b
        WHERE d.defaclnamespace = 0),
      given AS (
        SELECT d.oid, g.grantee, g.privilege_type, g.is_grantable
        FROM pg_default_acl d CROSS JOIN LATERAL aclexplode(d.defaclacl) g),
      said AS (
        SELECT a.oid, a.grantee, a.privilege_type, a.is_grantable, false AS lacking
        FROM (SELECT * FROM given EXCEPT SELECT * FROM usual) a
          JOIN pg_default_acl d ON d.oid = a.oid AND d.defaclrole <> a.grantee
        UNION ALL
        SELECT b.oid, b.grantee, b.privilege_type, false, true
        FROM (SELECT oid, grantee, privilege_type FROM usual
          EXCEPT SELECT oid, grantee, privilege_type FROM given) b)
      SELECT '' AS namespace, 'default ' || CASE WHEN g.is_grantable THEN 'grantable ' ELSE '' END
          || CASE WHEN g.lacking THEN 'revoked ' ELSE '' END
          || 'privileges of ' || r.role || ' on ' || lower(k.word)
          || coalesce(' in schema ' || n.nspname, '') || coalesce(' made by ' || o.name, '') AS name,
        'default privileges' AS kind, CASE WHEN g.lacking THEN s.taken ELSE s.given END AS definition,
        CASE WHEN g.lacking THEN s.given ELSE s.taken END AS removal,
        CASE n.nspname WHEN 'public' THEN NULL ELSE '' END AS needs_namespaces,
        'schema ' || nullif(n.nspname, 'public') AS needs
      FROM (SELECT oid, grantee, is_grantable, lacking,
          string_agg(privilege_type, ', ' ORDER BY privilege_type) AS list
          FROM said GROUP BY 1, 2, 3, 4) g
        JOIN pg_default_acl d ON d.oid = g.oid LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace
        CROSS JOIN LATERAL (SELECT coalesce((SELECT quote_ident(rolname) FROM pg_roles
          WHERE oid = g.grantee), 'PUBLIC')) r(role)
        CROSS JOIN LATERAL (SELECT CASE d.defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES'
          WHEN 'f' THEN 'FUNCTIONS' WHEN 'T' THEN 'TYPES' WHEN 'L' THEN 'LARGE OBJECTS'
          ELSE 'SCHEMAS' END) k(word)
        CROSS JOIN LATERAL (SELECT quote_ident(nullif(pg_get_userbyid(d.defaclrole), current_user)))
          o(name)
        CROSS JOIN LATERAL (SELECT 'ALTER DEFAULT PRIVILEGES ' || coalesce('FOR ROLE ' || o.name || ' ',
          '') || coalesce('IN SCHEMA ' || quote_ident(n.nspname) || ' ', '')) w(head)
        CROSS JOIN LATERAL (SELECT w.head || 'GRANT ' || g.list || ' ON ' || k.word || ' TO ' || r.role
            || CASE WHEN g.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END,
          w.head || 'REVOKE ' || g.list || ' ON ' || k.word || ' FROM ' || r.role) s(given, taken)
      """;

  private CarriedPrivileges() {}
}
