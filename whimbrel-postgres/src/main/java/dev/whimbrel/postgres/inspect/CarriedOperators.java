package dev.whimbrel.postgres.inspect;

/** The queries for how access methods compare, and for what else extends the server itself. */
final class CarriedOperators {
  static final String ACCESS_METHODS =
      """
      SELECT '' AS namespace, 'access method ' || o.amname AS name, 'access method' AS kind,
        'CREATE ACCESS METHOD ' || quote_ident(o.amname) || ' TYPE '
          || CASE o.amtype WHEN 't' THEN 'TABLE' ELSE 'INDEX' END || ' HANDLER ' || o.amhandler::regproc
          AS definition,
        'DROP ACCESS METHOD ' || quote_ident(o.amname) AS removal
      FROM pg_am o WHERE o.oid >= 16384 AND \
      """
          + Catalog.NOT_OF_EXTENSION;

  static final String CONVERSIONS =
      """
      SELECT :namespace AS namespace, 'conversion ' || o.conname AS name, 'conversion' AS kind,
        'CREATE ' || CASE WHEN o.condefault THEN 'DEFAULT ' ELSE '' END || 'CONVERSION ' || w.name
          || ' FOR ' || quote_literal(pg_encoding_to_char(o.conforencoding)) || ' TO '
          || quote_literal(pg_encoding_to_char(o.contoencoding)) || ' FROM ' || o.conproc::regproc
          AS definition,
        'DROP CONVERSION ' || w.name AS removal
      FROM pg_conversion o JOIN pg_namespace n ON n.oid = o.connamespace
        CROSS JOIN LATERAL (SELECT quote_ident(n.nspname) || '.' || quote_ident(o.conname)) w(name)
      WHERE :ours AND \
      """
          + Catalog.NOT_OF_EXTENSION;

  static final String TRANSFORMS =
      """
      SELECT '' AS namespace, 'transform for ' || w.what AS name, 'transform' AS kind,
        'CREATE TRANSFORM FOR ' || w.said || ' (' || concat_ws(', ',
          'FROM SQL WITH FUNCTION ' || nullif(o.trffromsql, 0)::regprocedure,
          'TO SQL WITH FUNCTION ' || nullif(o.trftosql, 0)::regprocedure) || ')' AS definition,
        'DROP TRANSFORM FOR ' || w.said AS removal
      FROM pg_transform o JOIN pg_language l ON l.oid = o.trflang
        CROSS JOIN LATERAL (SELECT format_type(o.trftype, NULL) || ' in ' || l.lanname,
          format_type(o.trftype, NULL) || ' LANGUAGE ' || quote_ident(l.lanname)) w(what, said)
      WHERE o.oid >= 16384 AND \
      """
          + Catalog.NOT_OF_EXTENSION;

  /** What an operator class or, by itself, a family is made of; %1$s is its catalogue. */
  private static final String MEMBERS =
      """
      SELECT string_agg(m.words, ', ' ORDER BY m.words) FROM (
        SELECT 'OPERATOR ' || a.amopstrategy || ' ' || a.amopopr::regoperator
          || coalesce(' FOR ORDER BY ' || (SELECT quote_ident(sn.nspname) || '.' || quote_ident(s.opfname)
            FROM pg_opfamily s JOIN pg_namespace sn ON sn.oid = s.opfnamespace
            WHERE s.oid = nullif(a.amopsortfamily, 0)), '') AS words
        FROM pg_amop a JOIN pg_depend d ON d.classid = 'pg_amop'::regclass AND d.objid = a.oid
        WHERE d.refclassid = '%1$s'::regclass AND d.refobjid = o.oid
        UNION
        SELECT 'FUNCTION ' || a.amprocnum || ' (' || format_type(a.amproclefttype, NULL) || ', '
          || format_type(a.amprocrighttype, NULL) || ') ' || a.amproc::regprocedure
        FROM pg_amproc a JOIN pg_depend d ON d.classid = 'pg_amproc'::regclass AND d.objid = a.oid
        WHERE d.refclassid = '%1$s'::regclass AND d.refobjid = o.oid) m\
      """;

  static final String FAMILIES =
      """
      SELECT :namespace AS namespace, 'operator family ' || o.opfname || '(' || m.amname || ')' AS name,
        'operator family' AS kind, 'CREATE OPERATOR FAMILY ' || w.name
          || coalesce(';' || chr(10) || 'ALTER OPERATOR FAMILY ' || w.name || ' ADD ' || (:members), '')
          AS definition,
        'DROP OPERATOR FAMILY ' || w.name AS removal
      FROM pg_opfamily o JOIN pg_namespace n ON n.oid = o.opfnamespace
        JOIN pg_am m ON m.oid = o.opfmethod
        CROSS JOIN LATERAL (SELECT quote_ident(n.nspname) || '.' || quote_ident(o.opfname) || ' USING '
          || quote_ident(m.amname)) w(name)
      WHERE :ours AND \
      """
              .replace(":members", MEMBERS.formatted("pg_opfamily"))
          + Catalog.NOT_OF_EXTENSION;

  static final String CLASSES =
      """
      SELECT :namespace AS namespace, 'operator class ' || o.opcname || '(' || m.amname || ')' AS name,
        'operator class' AS kind, 'CREATE OPERATOR CLASS ' || w.name
          || CASE WHEN o.opcdefault THEN ' DEFAULT' ELSE '' END || ' FOR TYPE '
          || format_type(o.opcintype, NULL) || ' USING ' || quote_ident(m.amname) || ' FAMILY '
          || quote_ident(fn.nspname) || '.' || quote_ident(f.opfname) || ' AS ' || concat_ws(', ',
            'STORAGE ' || format_type(coalesce(nullif(o.opckeytype, 0),
              CASE WHEN (:members) IS NULL THEN o.opcintype END), NULL), (:members)) AS definition,
        'DROP OPERATOR CLASS ' || w.name || ' USING ' || quote_ident(m.amname) AS removal
      FROM pg_opclass o JOIN pg_namespace n ON n.oid = o.opcnamespace
        JOIN pg_opfamily f ON f.oid = o.opcfamily JOIN pg_namespace fn ON fn.oid = f.opfnamespace
        JOIN pg_am m ON m.oid = o.opcmethod
        CROSS JOIN LATERAL (SELECT quote_ident(n.nspname) || '.' || quote_ident(o.opcname)) w(name)
      WHERE :ours AND \
      """
              .replace(":members", MEMBERS.formatted("pg_opclass"))
          + Catalog.NOT_OF_EXTENSION;

  private CarriedOperators() {}
}
