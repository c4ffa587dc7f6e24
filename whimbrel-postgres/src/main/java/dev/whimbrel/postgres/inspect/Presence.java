package dev.whimbrel.postgres.inspect;

import dev.whimbrel.dialect.Row;
import dev.whimbrel.dialect.Session;
import java.util.stream.Stream;

/**
 * Which kinds of things there are at all, asked in one look, since most databases have few of the
 * many, and a question about the others takes longer to plan than to answer. Extensions' own things
 * count too: what is told here is only that it is worth asking.
 */
record Presence(Row row) {
  /** What PostgreSQL made itself has numbers below that. */
  private static final String QUERY =
      """
      SELECT r.*, t.*, current_setting('server_version_num') AS version,
        pg_relation_size('pg_class'::regclass) AS size,
        EXISTS (SELECT FROM pg_inherits) AS heirs,
        EXISTS (SELECT FROM pg_namespace o WHERE o.oid >= 16384) AS schemas,
        EXISTS (SELECT FROM pg_extension o WHERE o.extname <> 'plpgsql') AS extensions,
        EXISTS (SELECT FROM pg_proc o WHERE o.oid >= 16384) AS routines,
        EXISTS (SELECT FROM pg_collation o WHERE o.oid >= 16384) AS collations,
        EXISTS (SELECT FROM pg_operator o WHERE o.oid >= 16384) AS operators,
        EXISTS (SELECT FROM pg_opfamily o WHERE o.oid >= 16384) AS families,
        EXISTS (SELECT FROM pg_opclass o WHERE o.oid >= 16384) AS classes,
        EXISTS (SELECT FROM pg_cast o WHERE o.oid >= 16384) AS casts,
        EXISTS (SELECT FROM pg_am o WHERE o.oid >= 16384) AS methods,
        EXISTS (SELECT FROM pg_conversion o WHERE o.oid >= 16384) AS conversions,
        EXISTS (SELECT FROM pg_transform o WHERE o.oid >= 16384) AS transforms,
        EXISTS (SELECT FROM pg_language o WHERE o.oid >= 16384) AS languages,
        EXISTS (SELECT FROM pg_ts_template o WHERE o.oid >= 16384) AS templates,
        EXISTS (SELECT FROM pg_ts_parser o WHERE o.oid >= 16384) AS parsers,
        EXISTS (SELECT FROM pg_ts_dict o WHERE o.oid >= 16384) AS dictionaries,
        EXISTS (SELECT FROM pg_ts_config o WHERE o.oid >= 16384) AS configurations,
        EXISTS (SELECT FROM pg_foreign_data_wrapper) AS wrappers,
        EXISTS (SELECT FROM pg_foreign_server) AS servers,
        EXISTS (SELECT FROM pg_event_trigger) AS event_triggers,
        EXISTS (SELECT FROM pg_publication) AS publications,
        EXISTS (SELECT FROM pg_trigger o WHERE NOT o.tgisinternal) AS triggers,
        EXISTS (SELECT FROM pg_rewrite o WHERE o.oid >= 16384 AND o.ev_type <> '1') AS rules,
        EXISTS (SELECT FROM pg_policy) AS policies,
        EXISTS (SELECT FROM pg_statistic_ext) AS statistics,
        EXISTS (SELECT FROM pg_default_acl) AS default_privileges,
        EXISTS (SELECT FROM pg_description o WHERE o.objoid >= 16384) AS comments,
        r.relation_acls OR t.type_acls
          OR EXISTS (SELECT FROM pg_proc o WHERE o.oid >= 16384 AND o.proacl IS NOT NULL)
          OR EXISTS (SELECT FROM pg_foreign_data_wrapper o WHERE o.fdwacl IS NOT NULL)
          OR EXISTS (SELECT FROM pg_foreign_server o WHERE o.srvacl IS NOT NULL)
          OR EXISTS (SELECT FROM pg_namespace n LEFT JOIN pg_init_privs i ON i.objoid = n.oid
            AND i.classoid = 'pg_namespace'::regclass
            WHERE :ours AND n.nspacl IS DISTINCT FROM i.initprivs) AS privileges
      FROM (SELECT
          coalesce(bool_or(c.relkind = 'v'), false) AS views,
          coalesce(bool_or(c.relkind = 'm'), false) AS materialized_views,
          coalesce(bool_or(c.relkind = 'f'), false) AS foreign_tables,
          coalesce(bool_or(c.relkind = 'c'), false) AS composites,
          coalesce(bool_or(c.relrowsecurity OR c.relforcerowsecurity), false) AS row_security,
          coalesce(bool_or(c.relkind IN ('r', 'p') AND c.relreplident <> 'd'), false) AS replicas,
          coalesce(bool_or(c.reltablespace <> 0), false) AS spaces,
          coalesce(bool_or(c.relacl IS NOT NULL), false) AS relation_acls,
          coalesce(bool_or(c.reloftype <> 0), false) AS typed
        FROM pg_class c WHERE c.oid >= 16384) r
        CROSS JOIN (SELECT
          coalesce(bool_or(o.typtype = 'e'), false) AS enums,
          coalesce(bool_or(o.typtype = 'd'), false) AS domains,
          coalesce(bool_or(o.typtype = 'r'), false) AS ranges,
          coalesce(bool_or((o.typtype = 'b' OR NOT o.typisdefined)
            AND NOT (o.typelem <> 0 AND o.typlen = -1)), false) AS base_types,
          coalesce(bool_or(o.typacl IS NOT NULL), false) AS type_acls
        FROM pg_type o WHERE o.oid >= 16384) t
      """;

  static Presence of(Session session) {
    return new Presence(session.query(Catalog.plain(QUERY)).getFirst());
  }

  /** The server's version, as it tells it: 150003 is 15.3. */
  int version() {
    return (int) row.number("version");
  }

  /** How many bytes the book of relations has. */
  long size() {
    return row.number("size");
  }

  /** Whether there may be any of some kind. */
  boolean has(String... kinds) {
    return Stream.of(kinds).anyMatch(row::flag);
  }

  /** Whether there is anything that stands on other things in words, as tables do not. */
  boolean hasLeaning() {
    return has(
        "views",
        "materialized_views",
        "foreign_tables",
        "composites",
        "domains",
        "ranges",
        "extensions",
        "routines",
        "collations",
        "operators",
        "families",
        "classes",
        "casts",
        "methods",
        "conversions",
        "transforms",
        "languages",
        "templates",
        "parsers",
        "dictionaries",
        "configurations",
        "wrappers",
        "servers",
        "event_triggers",
        "publications",
        "triggers",
        "rules",
        "policies",
        "statistics");
  }
}
