package dev.whimbrel.postgres.inspect;

/** The queries for what types and expressions are made of. */
final class CarriedMakings {
  private static final String NOT_OF_EXTENSION =
      """
      NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = o.tableoid AND e.objid = o.oid
        AND e.deptype IN ('e', 'i'))
      """;

  private static final String OWN_OTHER = "o.oid >= 16384 AND " + NOT_OF_EXTENSION;

  static final String AGGREGATES =
      """
      SELECT :namespace AS namespace, 'aggregate ' || o.proname || '('
          || pg_get_function_identity_arguments(o.oid) || ')' AS name, 'aggregate' AS kind,
        'CREATE AGGREGATE ' || w.signature || ' (' || chr(10) || chr(9) || 'SFUNC = '
          || g.aggtransfn::regproc || ',' || chr(10) || chr(9) || 'STYPE = '
          || format_type(g.aggtranstype, NULL) || concat(
            ', SSPACE = ' || nullif(g.aggtransspace, 0),
            ', FINALFUNC = ' || nullif(g.aggfinalfn, 0)::regproc,
            CASE WHEN g.aggfinalextra THEN ', FINALFUNC_EXTRA' END,
            CASE WHEN g.aggfinalfn <> 0 AND g.aggfinalmodify <> CASE g.aggkind WHEN 'n' THEN 'r' ELSE 'w' END
              THEN ', FINALFUNC_MODIFY = ' || CASE g.aggfinalmodify WHEN 'r' THEN 'READ_ONLY'
              WHEN 's' THEN 'SHAREABLE' ELSE 'READ_WRITE' END END,
            ', COMBINEFUNC = ' || nullif(g.aggcombinefn, 0)::regproc,
            ', SERIALFUNC = ' || nullif(g.aggserialfn, 0)::regproc,
            ', DESERIALFUNC = ' || nullif(g.aggdeserialfn, 0)::regproc,
            ', INITCOND = ' || quote_literal(g.agginitval),
            ', MSFUNC = ' || nullif(g.aggmtransfn, 0)::regproc,
            ', MINVFUNC = ' || nullif(g.aggminvtransfn, 0)::regproc,
            ', MSTYPE = ' || format_type(nullif(g.aggmtranstype, 0), NULL),
            ', MSSPACE = ' || nullif(g.aggmtransspace, 0),
            ', MFINALFUNC = ' || nullif(g.aggmfinalfn, 0)::regproc,
            CASE WHEN g.aggmfinalextra THEN ', MFINALFUNC_EXTRA' END,
            CASE WHEN g.aggmfinalfn <> 0 AND g.aggmfinalmodify <> CASE g.aggkind WHEN 'n' THEN 'r' ELSE 'w' END
              THEN ', MFINALFUNC_MODIFY = ' || CASE g.aggmfinalmodify WHEN 'r' THEN 'READ_ONLY'
              WHEN 's' THEN 'SHAREABLE' ELSE 'READ_WRITE' END END,
            ', MINITCOND = ' || quote_literal(g.aggminitval),
            ', SORTOP = ' || (SELECT 'OPERATOR(' || quote_ident(os.nspname) || '.' || p.oprname || ')'
              FROM pg_operator p JOIN pg_namespace os ON os.oid = p.oprnamespace
              WHERE p.oid = g.aggsortop),
            CASE o.proparallel WHEN 's' THEN ', PARALLEL = SAFE' WHEN 'r' THEN ', PARALLEL = RESTRICTED' END,
            CASE g.aggkind WHEN 'h' THEN ', HYPOTHETICAL' END) || chr(10) || ')' AS definition,
        'DROP AGGREGATE ' || w.signature AS removal
      FROM pg_aggregate g JOIN pg_proc o ON o.oid = g.aggfnoid
        JOIN pg_namespace n ON n.oid = o.pronamespace
        CROSS JOIN LATERAL (SELECT quote_ident(n.nspname) || '.' || quote_ident(o.proname) || '('
          || CASE WHEN o.pronargs = 0 THEN '*' ELSE pg_get_function_identity_arguments(o.oid) END
          || ')') w(signature)
      WHERE :ours AND \
      """
          + NOT_OF_EXTENSION;

  /** The names of the catalogue's columns changed with versions 15 and 17. */
  static final String COLLATIONS =
      """
      SELECT :namespace AS namespace, 'collation ' || o.collname AS name, 'collation' AS kind,
        'CREATE COLLATION ' || w.name || ' (provider = ' || CASE o.collprovider WHEN 'i' THEN 'icu'
            WHEN 'b' THEN 'builtin' WHEN 'd' THEN 'default' ELSE 'libc' END
          || CASE WHEN o.collisdeterministic THEN '' ELSE ', deterministic = false' END
          || CASE WHEN v.locale IS NULL AND o.collcollate <> o.collctype THEN ', lc_collate = '
              || quote_literal(o.collcollate) || ', lc_ctype = ' || quote_literal(o.collctype)
            ELSE ', locale = ' || quote_literal(coalesce(v.locale, o.collcollate)) END
          || coalesce(', rules = ' || quote_literal(to_jsonb(o) ->> 'collicurules'), '') || ')'
          AS definition,
        'DROP COLLATION ' || w.name AS removal
      FROM pg_collation o JOIN pg_namespace n ON n.oid = o.collnamespace
        CROSS JOIN LATERAL (SELECT coalesce(to_jsonb(o) ->> 'colllocale',
          to_jsonb(o) ->> 'colliculocale')) v(locale)
        CROSS JOIN LATERAL (SELECT quote_ident(n.nspname) || '.' || quote_ident(o.collname)) w(name)
      WHERE :ours AND \
      """
          + NOT_OF_EXTENSION;

  static final String RANGES =
      """
      SELECT :namespace AS namespace, 'range type ' || o.typname AS name, 'range type' AS kind,
        'CREATE TYPE ' || format_type(o.oid, NULL) || ' AS RANGE (subtype = '
          || format_type(r.rngsubtype, NULL) || CASE WHEN p.opcdefault THEN '' ELSE
            ', subtype_opclass = ' || quote_ident(p.opcname) END
          || coalesce(', multirange_type_name = ' || (SELECT m.oid::regtype FROM pg_type m
            WHERE m.oid = (to_jsonb(r) ->> 'rngmultitypid')::oid AND (m.typnamespace <> o.typnamespace
              OR m.typname <> CASE strpos(o.typname, 'range') WHEN 0 THEN o.typname || '_multirange'
                ELSE regexp_replace(o.typname, 'range', 'multirange') END)), '')
          || CASE WHEN r.rngcollation IN (0, s.typcollation) THEN '' ELSE ', collation = ' || (SELECT
            quote_ident(l.collname) FROM pg_collation l WHERE l.oid = r.rngcollation) END
          || coalesce(', canonical = ' || nullif(r.rngcanonical, 0)::regproc, '')
          || coalesce(', subtype_diff = ' || nullif(r.rngsubdiff, 0)::regproc, '') || ')' AS definition,
        'DROP TYPE ' || format_type(o.oid, NULL) AS removal
      FROM pg_range r JOIN pg_type o ON o.oid = r.rngtypid JOIN pg_namespace n ON n.oid = o.typnamespace
        JOIN pg_type s ON s.oid = r.rngsubtype JOIN pg_opclass p ON p.oid = r.rngsubopc
      WHERE :ours AND \
      """
          + NOT_OF_EXTENSION;

  static final String OPERATORS =
      """
      SELECT :namespace AS namespace, 'operator ' || w.signature AS name, 'operator' AS kind,
        'CREATE OPERATOR ' || quote_ident(n.nspname) || '.' || o.oprname || ' (FUNCTION = '
          || o.oprcode::regproc || concat(', LEFTARG = ' || format_type(nullif(o.oprleft, 0), NULL),
            ', RIGHTARG = ' || format_type(nullif(o.oprright, 0), NULL),
            ', COMMUTATOR = ' || (SELECT 'OPERATOR(' || quote_ident(xn.nspname) || '.' || x.oprname || ')'
              FROM pg_operator x JOIN pg_namespace xn ON xn.oid = x.oprnamespace
              WHERE x.oid = o.oprcom),
            ', NEGATOR = ' || (SELECT 'OPERATOR(' || quote_ident(xn.nspname) || '.' || x.oprname || ')'
              FROM pg_operator x JOIN pg_namespace xn ON xn.oid = x.oprnamespace
              WHERE x.oid = o.oprnegate),
            ', RESTRICT = ' || nullif(o.oprrest, 0)::regproc, ', JOIN = ' || nullif(o.oprjoin, 0)::regproc,
            CASE WHEN o.oprcanhash THEN ', HASHES' END, CASE WHEN o.oprcanmerge THEN ', MERGES' END)
          || ')' AS definition,
        'DROP OPERATOR ' || quote_ident(n.nspname) || '.' || w.signature AS removal
      FROM pg_operator o JOIN pg_namespace n ON n.oid = o.oprnamespace
        CROSS JOIN LATERAL (SELECT o.oprname || '('
          || CASE WHEN o.oprleft = 0 THEN 'NONE' ELSE format_type(o.oprleft, NULL) END || ', '
          || CASE WHEN o.oprright = 0 THEN 'NONE' ELSE format_type(o.oprright, NULL) END || ')')
          w(signature)
      WHERE :ours AND o.oprcode <> 0 AND \
      """
          + NOT_OF_EXTENSION;

  static final String CASTS =
      """
      SELECT '' AS namespace, 'cast ' || w.types AS name, 'cast' AS kind,
        'CREATE CAST ' || w.types || CASE o.castmethod WHEN 'f' THEN ' WITH FUNCTION '
            || o.castfunc::regprocedure WHEN 'i' THEN ' WITH INOUT' ELSE ' WITHOUT FUNCTION' END
          || CASE o.castcontext WHEN 'a' THEN ' AS ASSIGNMENT' WHEN 'i' THEN ' AS IMPLICIT' ELSE '' END
          AS definition,
        'DROP CAST ' || w.types AS removal
      FROM pg_cast o CROSS JOIN LATERAL (SELECT '(' || format_type(o.castsource, NULL) || ' as '
        || format_type(o.casttarget, NULL) || ')') w(types)
      WHERE \
      """
          + OWN_OTHER;

  static final String LANGUAGES =
      """
      SELECT '' AS namespace, 'language ' || o.lanname AS name, 'language' AS kind,
        'CREATE ' || CASE WHEN o.lanpltrusted THEN 'TRUSTED ' ELSE '' END || 'LANGUAGE '
          || quote_ident(o.lanname) || ' HANDLER ' || o.lanplcallfoid::regproc
          || coalesce(' INLINE ' || nullif(o.laninline, 0)::regproc, '')
          || coalesce(' VALIDATOR ' || nullif(o.lanvalidator, 0)::regproc, '') AS definition,
        'DROP LANGUAGE ' || quote_ident(o.lanname) AS removal
      FROM pg_language o WHERE o.lanispl AND \
      """
          + OWN_OTHER;

  static final String TEMPLATES =
      """
      SELECT :namespace AS namespace, 'text search template ' || o.tmplname AS name,
        'text search template' AS kind, 'CREATE TEXT SEARCH TEMPLATE ' || w.name || ' ('
          || coalesce('INIT = ' || nullif(o.tmplinit, 0)::regproc || ', ', '') || 'LEXIZE = '
          || o.tmpllexize::regproc || ')' AS definition,
        'DROP TEXT SEARCH TEMPLATE ' || w.name AS removal
      FROM pg_ts_template o JOIN pg_namespace n ON n.oid = o.tmplnamespace
        CROSS JOIN LATERAL (SELECT quote_ident(n.nspname) || '.' || quote_ident(o.tmplname)) w(name)
      WHERE :ours AND \
      """
          + NOT_OF_EXTENSION;

  static final String PARSERS =
      """
      SELECT :namespace AS namespace, 'text search parser ' || o.prsname AS name,
        'text search parser' AS kind, 'CREATE TEXT SEARCH PARSER ' || w.name || ' (START = '
          || o.prsstart::regproc || ', GETTOKEN = ' || o.prstoken::regproc || ', END = '
          || o.prsend::regproc || coalesce(', HEADLINE = ' || nullif(o.prsheadline, 0)::regproc, '')
          || ', LEXTYPES = ' || o.prslextype::regproc || ')' AS definition,
        'DROP TEXT SEARCH PARSER ' || w.name AS removal
      FROM pg_ts_parser o JOIN pg_namespace n ON n.oid = o.prsnamespace
        CROSS JOIN LATERAL (SELECT quote_ident(n.nspname) || '.' || quote_ident(o.prsname)) w(name)
      WHERE :ours AND \
      """
          + NOT_OF_EXTENSION;

  static final String DICTIONARIES =
      """
      SELECT :namespace AS namespace, 'text search dictionary ' || o.dictname AS name,
        'text search dictionary' AS kind, 'CREATE TEXT SEARCH DICTIONARY ' || w.name || ' (TEMPLATE = '
          || quote_ident(tn.nspname) || '.' || quote_ident(t.tmplname)
          || coalesce(', ' || o.dictinitoption, '') || ')' AS definition,
        'DROP TEXT SEARCH DICTIONARY ' || w.name AS removal
      FROM pg_ts_dict o JOIN pg_namespace n ON n.oid = o.dictnamespace
        JOIN pg_ts_template t ON t.oid = o.dicttemplate JOIN pg_namespace tn ON tn.oid = t.tmplnamespace
        CROSS JOIN LATERAL (SELECT quote_ident(n.nspname) || '.' || quote_ident(o.dictname)) w(name)
      WHERE :ours AND \
      """
          + NOT_OF_EXTENSION;

  static final String CONFIGURATIONS =
      """
      SELECT :namespace AS namespace, 'text search configuration ' || o.cfgname AS name,
        'text search configuration' AS kind, 'CREATE TEXT SEARCH CONFIGURATION ' || w.name
          || ' (PARSER = ' || quote_ident(pn.nspname) || '.' || quote_ident(p.prsname) || ')'
          || coalesce((SELECT string_agg(';' || chr(10) || 'ALTER TEXT SEARCH CONFIGURATION ' || w.name
              || ' ADD MAPPING FOR ' || m.alias || ' WITH ' || m.dictionaries, '' ORDER BY m.alias)
            FROM (SELECT t.alias, string_agg(k.mapdict::regdictionary::text, ', ' ORDER BY k.mapseqno)
                AS dictionaries
              FROM pg_ts_config_map k JOIN ts_token_type(o.cfgparser) t ON t.tokid = k.maptokentype
              WHERE k.mapcfg = o.oid GROUP BY t.alias) m), '') AS definition,
        'DROP TEXT SEARCH CONFIGURATION ' || w.name AS removal
      FROM pg_ts_config o JOIN pg_namespace n ON n.oid = o.cfgnamespace
        JOIN pg_ts_parser p ON p.oid = o.cfgparser JOIN pg_namespace pn ON pn.oid = p.prsnamespace
        CROSS JOIN LATERAL (SELECT quote_ident(n.nspname) || '.' || quote_ident(o.cfgname)) w(name)
      WHERE :ours AND \
      """
          + NOT_OF_EXTENSION;

  private CarriedMakings() {}
}
