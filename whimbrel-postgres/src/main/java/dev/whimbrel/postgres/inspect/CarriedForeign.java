package dev.whimbrel.postgres.inspect;

/** The queries for data that lies elsewhere, and for who is told of what happens here. */
final class CarriedForeign {
  private static final String OPTIONS =
      """
      coalesce(' OPTIONS (' || (SELECT string_agg(quote_ident(split_part(p, '=', 1)) || ' '
        || quote_literal(substr(p, strpos(p, '=') + 1)), ', ') FROM unnest(%s) p) || ')', '')\
      """;

  static final String WRAPPERS =
      """
      SELECT '' AS namespace, 'foreign data wrapper ' || o.fdwname AS name,
        'foreign data wrapper' AS kind, 'CREATE FOREIGN DATA WRAPPER ' || quote_ident(o.fdwname)
          || CASE o.fdwhandler WHEN 0 THEN '' ELSE ' HANDLER ' || o.fdwhandler::regproc END
          || CASE o.fdwvalidator WHEN 0 THEN '' ELSE ' VALIDATOR ' || o.fdwvalidator::regproc END
          || %s AS definition,
        'DROP FOREIGN DATA WRAPPER ' || quote_ident(o.fdwname) AS removal
      FROM pg_foreign_data_wrapper o WHERE \
      """
              .formatted(OPTIONS.formatted("o.fdwoptions"))
          + Catalog.NOT_OF_EXTENSION;

  static final String SERVERS =
      """
      SELECT '' AS namespace, 'server ' || o.srvname AS name, 'server' AS kind,
        'CREATE SERVER ' || quote_ident(o.srvname) || coalesce(' TYPE ' || quote_literal(o.srvtype), '')
          || coalesce(' VERSION ' || quote_literal(o.srvversion), '')
          || ' FOREIGN DATA WRAPPER ' || quote_ident(w.fdwname) || %s AS definition,
        'DROP SERVER ' || quote_ident(o.srvname) AS removal
      FROM pg_foreign_server o JOIN pg_foreign_data_wrapper w ON w.oid = o.srvfdw WHERE \
      """
              .formatted(OPTIONS.formatted("o.srvoptions"))
          + Catalog.NOT_OF_EXTENSION;

  /**
   * Passwords are not carried, so that none comes to stand in a file. Without the rights of a
   * superuser only mappings are read whose options can be seen.
   */
  static final String MAPPINGS =
      """
      SELECT '' AS namespace, 'user mapping ' || o.usename || ' on ' || o.srvname AS name,
        'user mapping' AS kind, 'CREATE USER MAPPING FOR ' || %1$s || ' SERVER '
          || quote_ident(o.srvname) || %2$s AS definition,
        'DROP USER MAPPING FOR ' || %1$s || ' SERVER ' || quote_ident(o.srvname) AS removal
      FROM pg_user_mappings o
      WHERE o.umoptions IS NOT NULL OR current_setting('is_superuser')::boolean
      """
          .formatted(
              "CASE o.umuser WHEN 0 THEN 'PUBLIC' ELSE quote_ident(o.usename) END",
              OPTIONS
                  .formatted("o.umoptions")
                  .replace(") p)", ") p WHERE p !~* '^[^=]*(pass|secret|token)')"));

  static final String TABLES =
      """
      SELECT :namespace AS namespace, 'foreign table ' || c.relname AS name, 'foreign table' AS kind,
        'CREATE FOREIGN TABLE ' || c.oid::regclass || ' (' || coalesce((SELECT string_agg(
            chr(10) || chr(9) || quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
            || %s || CASE WHEN a.attcollation IN (0, y.typcollation) THEN '' ELSE ' COLLATE '
              || (SELECT quote_ident(l.collname) FROM pg_collation l WHERE l.oid = a.attcollation) END
            || CASE WHEN a.attgenerated <> '' THEN ' GENERATED ALWAYS AS ('
                || pg_get_expr(d.adbin, d.adrelid) || ') STORED'
              ELSE coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '') END
            || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END, ',' ORDER BY a.attnum)
          FROM pg_attribute a JOIN pg_type y ON y.oid = a.atttypid
            LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
          WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attislocal), '')
          || coalesce((SELECT string_agg(',' || chr(10) || chr(9) || 'CONSTRAINT '
              || quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid), '' ORDER BY k.conname)
            FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'c' AND k.conislocal), '')
          || chr(10) || ')' || coalesce(' INHERITS (' || (SELECT string_agg(h.inhparent::regclass::text,
            ', ' ORDER BY h.inhseqno) FROM pg_inherits h WHERE h.inhrelid = c.oid) || ')', '')
          || ' SERVER ' || quote_ident(s.srvname) || %s AS definition,
        'DROP FOREIGN TABLE ' || c.oid::regclass AS removal
      FROM pg_foreign_table o JOIN pg_class c ON c.oid = o.ftrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_foreign_server s ON s.oid = o.ftserver
      WHERE :ours AND :own_class
      """
          .formatted(OPTIONS.formatted("a.attfdwoptions"), OPTIONS.formatted("o.ftoptions"));

  static final String EVENT_TRIGGERS =
      """
      SELECT '' AS namespace, 'event trigger ' || o.evtname AS name, 'event trigger' AS kind,
        'CREATE EVENT TRIGGER ' || quote_ident(o.evtname) || ' ON ' || o.evtevent
          || coalesce(' WHEN TAG IN (' || (SELECT string_agg(quote_literal(t), ', ')
            FROM unnest(o.evttags) t) || ')', '') || ' EXECUTE FUNCTION ' || o.evtfoid::regproc || '()'
          || CASE o.evtenabled WHEN 'O' THEN '' ELSE ';' || chr(10) || 'ALTER EVENT TRIGGER '
            || quote_ident(o.evtname) || CASE o.evtenabled WHEN 'D' THEN ' DISABLE'
              WHEN 'R' THEN ' ENABLE REPLICA' ELSE ' ENABLE ALWAYS' END END AS definition,
        'DROP EVENT TRIGGER ' || quote_ident(o.evtname) AS removal
      FROM pg_event_trigger o WHERE \
      """
          + Catalog.NOT_OF_EXTENSION;

  /**
   * Lists of columns, row filters and whole schemas came with PostgreSQL 15; which schemas, the
   * book of what depends on what tells on every server.
   */
  static final String PUBLICATIONS =
      """
      SELECT '' AS namespace, 'publication ' || o.pubname AS name, 'publication' AS kind,
        'CREATE PUBLICATION ' || quote_ident(o.pubname) || CASE WHEN o.puballtables THEN ' FOR ALL TABLES'
          ELSE coalesce(' FOR ' || nullif(concat_ws(', ', m.members, s.members), ''), '') END || ' WITH (publish = ''' || concat_ws(', ',
            CASE WHEN o.pubinsert THEN 'insert' END, CASE WHEN o.pubupdate THEN 'update' END,
            CASE WHEN o.pubdelete THEN 'delete' END, CASE WHEN o.pubtruncate THEN 'truncate' END)
          || '''' || CASE WHEN (to_jsonb(o) ->> 'pubviaroot')::boolean
            THEN ', publish_via_partition_root = true' ELSE '' END
          || CASE to_jsonb(o) ->> 'pubgencols' WHEN 's' THEN ', publish_generated_columns = stored'
            ELSE '' END || ')' AS definition,
        'DROP PUBLICATION ' || quote_ident(o.pubname) AS removal,
        concat_ws(chr(31), m.namespaces, s.namespaces) AS needs_namespaces,
        concat_ws(chr(31), m.names, s.names) AS needs
      FROM pg_publication o LEFT JOIN LATERAL (
        SELECT 'TABLE ' || string_agg('ONLY ' || c.oid::regclass || coalesce(' (' || (
            SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute a
            WHERE a.attrelid = c.oid
              AND to_jsonb(r) -> 'prattrs' @> to_jsonb(a.attnum)) || ')', '')
            || coalesce(' WHERE (' || (SELECT to_jsonb(f) ->> 'rowfilter' FROM pg_publication_tables f
              WHERE f.pubname = o.pubname AND f.schemaname = n.nspname AND f.tablename = c.relname)
              || ')', ''), ', ' ORDER BY c.oid::regclass::text) AS members,
          string_agg(:namespace, chr(31) ORDER BY c.oid::regclass::text) AS namespaces,
          string_agg(c.relname, chr(31) ORDER BY c.oid::regclass::text) AS names
        FROM pg_publication_rel r JOIN pg_class c ON c.oid = r.prrelid
          JOIN pg_namespace n ON n.oid = c.relnamespace WHERE r.prpubid = o.oid) m ON true
        LEFT JOIN LATERAL (
        SELECT string_agg('TABLES IN SCHEMA ' || quote_ident(n.nspname), ', ' ORDER BY n.nspname)
            AS members, string_agg('', chr(31)) AS namespaces,
          string_agg('schema ' || n.nspname, chr(31)) AS names
        FROM pg_depend d JOIN pg_depend e ON e.classid = d.classid AND e.objid = d.objid
            AND e.refclassid = 'pg_namespace'::regclass
          JOIN pg_namespace n ON n.oid = e.refobjid
        WHERE d.classid = to_regclass('pg_publication_namespace') AND d.refobjid = o.oid
          AND d.refclassid = 'pg_publication'::regclass) s ON true
      """;

  private CarriedForeign() {}
}
