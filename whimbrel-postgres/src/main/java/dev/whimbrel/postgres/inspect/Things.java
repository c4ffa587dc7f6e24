package dev.whimbrel.postgres.inspect;

/** Everything in PostgreSQL's catalogues that has a name in a schema, under that name. */
final class Things {
  /** What tables and views are made of, by the catalogue and the number that PostgreSQL has. */
  private static final String RELATIONS =
      """
      SELECT 'pg_class'::regclass AS classid, c.oid AS objid, :namespace AS namespace,
        CASE c.relkind WHEN 'S' THEN 'sequence ' WHEN 'c' THEN 'type ' WHEN 'f' THEN 'foreign table '
          WHEN 'v' THEN CASE WHEN c.reloptions IS NULL THEN '' ELSE 'view ' END
          WHEN 'm' THEN CASE WHEN c.reloptions IS NULL THEN '' ELSE 'materialized view ' END
          ELSE '' END || c.relname AS name
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'c', 'f') AND :ours AND :own_class
      """;

  /** What belongs to a relation: as an object of its own where it is one. */
  private static final String PARTS =
      """
      SELECT 'pg_class'::regclass, i.indexrelid, r.namespace, CASE WHEN c.relkind = 'm'
        THEN 'index ' || x.relname || ' on ' || c.relname ELSE r.name END
      FROM pg_index i JOIN relations r ON r.objid = i.indrelid JOIN pg_class c ON c.oid = i.indrelid
        JOIN pg_class x ON x.oid = i.indexrelid
      WHERE i.indexrelid :wanted
      UNION ALL
      SELECT 'pg_constraint'::regclass, con.oid, r.namespace, r.name
      FROM pg_constraint con JOIN relations r ON r.objid = con.conrelid
      WHERE con.oid :wanted
      UNION ALL
      SELECT 'pg_constraint'::regclass, con.oid, :namespace, 'domain ' || t.typname
      FROM pg_constraint con JOIN pg_type t ON t.oid = con.contypid
        JOIN pg_namespace n ON n.oid = t.typnamespace WHERE con.oid :wanted AND :ours
      UNION ALL
      SELECT 'pg_attrdef'::regclass, d.oid, r.namespace, r.name
      FROM pg_attrdef d JOIN relations r ON r.objid = d.adrelid
      WHERE d.oid :wanted
      UNION ALL
      SELECT 'pg_trigger'::regclass, t.oid, r.namespace, 'trigger ' || t.tgname || ' on ' || c.relname
      FROM pg_trigger t JOIN relations r ON r.objid = t.tgrelid JOIN pg_class c ON c.oid = t.tgrelid
      WHERE t.oid :wanted
        AND NOT t.tgisinternal
      UNION ALL
      SELECT 'pg_policy'::regclass, p.oid, r.namespace, 'policy ' || p.polname || ' on ' || c.relname
      FROM pg_policy p JOIN relations r ON r.objid = p.polrelid JOIN pg_class c ON c.oid = p.polrelid
      WHERE p.oid :wanted
      UNION ALL
      SELECT 'pg_rewrite'::regclass, w.oid, r.namespace, 'rule ' || w.rulename || ' on ' || c.relname
      FROM pg_rewrite w JOIN relations r ON r.objid = w.ev_class JOIN pg_class c ON c.oid = w.ev_class
      WHERE w.oid :wanted
        AND w.ev_type <> '1'
      UNION ALL
      SELECT 'pg_statistic_ext'::regclass, s.oid, :namespace, 'statistics ' || s.stxname
      FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace WHERE s.oid :wanted
        AND :ours
      """;

  private static final String ROUTINES =
      """
      SELECT 'pg_proc'::regclass, p.oid, :namespace, CASE p.prokind WHEN 'p' THEN 'procedure '
        WHEN 'a' THEN 'aggregate ' ELSE 'function ' END || p.proname || '(' || CASE p.prokind
        WHEN 'a' THEN pg_get_function_identity_arguments(p.oid) ELSE oidvectortypes(p.proargtypes) END
        || ')'
      FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.oid :wanted
        AND :ours
      """;

  private static final String TYPES =
      """
      SELECT 'pg_type'::regclass, t.oid, :namespace,
        CASE b.typtype WHEN 'd' THEN 'domain ' WHEN 'r' THEN 'range type ' WHEN 'c' THEN
          CASE r.relkind WHEN 'c' THEN 'type ' WHEN 'f' THEN 'foreign table ' ELSE '' END ELSE '' END
          || b.typname
      FROM pg_type t JOIN pg_type b ON b.oid =
          CASE WHEN t.typelem <> 0 AND t.typlen = -1 THEN t.typelem ELSE t.oid END
        JOIN pg_namespace n ON n.oid = b.typnamespace LEFT JOIN pg_class r ON r.oid = b.typrelid
      WHERE t.oid :wanted
        AND b.typtype IN ('e', 'd', 'c', 'r') AND :ours
      """;

  /** What stands beside tables: each kind has a catalogue of its own. */
  private static final String OTHERS =
      """
      SELECT 'pg_collation'::regclass, o.oid, :namespace, 'collation ' || o.collname
      FROM pg_collation o JOIN pg_namespace n ON n.oid = o.collnamespace WHERE o.oid :wanted
        AND :ours
      UNION ALL
      SELECT 'pg_operator'::regclass, o.oid, :namespace, 'operator ' || o.oprname || '('
        || CASE WHEN o.oprleft = 0 THEN 'NONE' ELSE format_type(o.oprleft, NULL) END || ', '
        || CASE WHEN o.oprright = 0 THEN 'NONE' ELSE format_type(o.oprright, NULL) END || ')'
      FROM pg_operator o JOIN pg_namespace n ON n.oid = o.oprnamespace WHERE o.oid :wanted
        AND :ours
      UNION ALL
      SELECT 'pg_opfamily'::regclass, o.oid, :namespace, 'operator family ' || o.opfname || '('
        || m.amname || ')'
      FROM pg_opfamily o JOIN pg_namespace n ON n.oid = o.opfnamespace
        JOIN pg_am m ON m.oid = o.opfmethod WHERE o.oid :wanted AND :ours
      UNION ALL
      SELECT 'pg_opclass'::regclass, o.oid, :namespace, 'operator class ' || o.opcname || '('
        || m.amname || ')'
      FROM pg_opclass o JOIN pg_namespace n ON n.oid = o.opcnamespace
        JOIN pg_am m ON m.oid = o.opcmethod WHERE o.oid :wanted AND :ours
      UNION ALL
      SELECT 'pg_conversion'::regclass, o.oid, :namespace, 'conversion ' || o.conname
      FROM pg_conversion o JOIN pg_namespace n ON n.oid = o.connamespace WHERE o.oid :wanted AND :ours
      UNION ALL
      SELECT 'pg_am'::regclass, o.oid, '', 'access method ' || o.amname
      FROM pg_am o WHERE o.oid :wanted AND o.oid >= 16384
      UNION ALL
      SELECT 'pg_transform'::regclass, o.oid, '', 'transform for ' || format_type(o.trftype, NULL)
        || ' in ' || l.lanname
      FROM pg_transform o JOIN pg_language l ON l.oid = o.trflang WHERE o.oid :wanted AND o.oid >= 16384
      UNION ALL
      SELECT 'pg_ts_config'::regclass, o.oid, :namespace, 'text search configuration ' || o.cfgname
      FROM pg_ts_config o JOIN pg_namespace n ON n.oid = o.cfgnamespace WHERE o.oid :wanted
        AND :ours
      UNION ALL
      SELECT 'pg_ts_template'::regclass, o.oid, :namespace, 'text search template ' || o.tmplname
      FROM pg_ts_template o JOIN pg_namespace n ON n.oid = o.tmplnamespace WHERE o.oid :wanted
        AND :ours
      UNION ALL
      SELECT 'pg_ts_parser'::regclass, o.oid, :namespace, 'text search parser ' || o.prsname
      FROM pg_ts_parser o JOIN pg_namespace n ON n.oid = o.prsnamespace WHERE o.oid :wanted
        AND :ours
      UNION ALL
      SELECT 'pg_ts_dict'::regclass, o.oid, :namespace, 'text search dictionary ' || o.dictname
      FROM pg_ts_dict o JOIN pg_namespace n ON n.oid = o.dictnamespace WHERE o.oid :wanted
        AND :ours
      UNION ALL
      SELECT 'pg_cast'::regclass, o.oid, '', 'cast (' || format_type(o.castsource, NULL) || ' as '
        || format_type(o.casttarget, NULL) || ')' FROM pg_cast o WHERE o.oid :wanted
        AND o.oid >= 16384
      UNION ALL
      SELECT 'pg_foreign_data_wrapper'::regclass, o.oid, '', 'foreign data wrapper ' || o.fdwname
      FROM pg_foreign_data_wrapper o
      WHERE o.oid :wanted
      UNION ALL
      SELECT 'pg_foreign_server'::regclass, o.oid, '', 'server ' || o.srvname
      FROM pg_foreign_server o
      WHERE o.oid :wanted
      UNION ALL
      SELECT 'pg_user_mapping'::regclass, o.umid, '',
        'user mapping ' || o.usename || ' on ' || o.srvname
      FROM pg_user_mappings o
      WHERE o.umid :wanted
      UNION ALL
      SELECT 'pg_language'::regclass, o.oid, '', 'language ' || o.lanname
      FROM pg_language o WHERE o.oid :wanted
        AND o.oid >= 16384
      UNION ALL
      SELECT 'pg_event_trigger'::regclass, o.oid, '', 'event trigger ' || o.evtname
      FROM pg_event_trigger o
      WHERE o.oid :wanted
      UNION ALL
      SELECT 'pg_publication'::regclass, o.oid, '', 'publication ' || o.pubname
      FROM pg_publication o
      WHERE o.oid :wanted
      UNION ALL
      SELECT 'pg_extension'::regclass, o.oid, CASE WHEN :ours THEN :namespace ELSE '' END,
        'extension ' || o.extname
      FROM pg_extension o JOIN pg_namespace n ON n.oid = o.extnamespace
      WHERE o.oid :wanted
      UNION ALL
      SELECT 'pg_namespace'::regclass, n.oid, '', 'schema ' || n.nspname
      FROM pg_namespace n WHERE n.oid :wanted
        AND :ours AND n.nspname <> 'public'
      """;

  /**
   * The start of a query that goes on with what it wants of them. It has to begin with an
   * expression {@code wanted} of all numbers it may ask for, since few are, and all would take
   * long.
   */
  static final String NAMED =
      ", relations AS NOT MATERIALIZED ("
          + RELATIONS
          + "), things AS (SELECT classid, objid, namespace, name FROM relations WHERE objid :wanted"
          + " UNION ALL "
          + String.join(" UNION ALL ", PARTS, ROUTINES, TYPES, OTHERS).strip()
          + ")";

  private Things() {}
}
