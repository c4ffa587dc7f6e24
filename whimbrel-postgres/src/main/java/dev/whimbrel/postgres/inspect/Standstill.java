package dev.whimbrel.postgres.inspect;

import dev.whimbrel.dialect.Session;

/**
 * Whether the catalogues stood still while they were read. The server's functions that spell things
 * out look at what is there now, not at the snapshot of who asks, so that a picture that was taken
 * while somebody changed the schema could be half of this and half of that.
 *
 * @param place how far the server had written its log before anything was read
 */
record Standstill(String place) {
  private static final String PLACE =
      """
      SELECT CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn()
        ELSE pg_current_wal_insert_lsn() END::text AS place
      """;

  /** All rows that tell of the schema, but for temporary tables; a changed row has a new number. */
  private static final String ROWS =
      """
      WITH lasting AS MATERIALIZED (
        SELECT c.oid, c.xmin FROM pg_class c WHERE c.relpersistence <> 't')
      SELECT md5(concat_ws(' ',
        (SELECT concat(count(*), ' ', sum(c.xmin::text::bigint)) FROM lasting c),
        (SELECT concat(count(*), ' ', sum(a.xmin::text::bigint)) FROM pg_attribute a
          WHERE a.attnum > 0 AND a.attrelid IN (SELECT oid FROM lasting)),
        (SELECT concat(count(*), ' ', sum(d.xmin::text::bigint)) FROM pg_attrdef d
          WHERE d.adrelid IN (SELECT oid FROM lasting)),
        (SELECT concat(count(*), ' ', sum(k.xmin::text::bigint)) FROM pg_constraint k
          WHERE k.conrelid = 0 OR k.conrelid IN (SELECT oid FROM lasting)),
        (SELECT concat(count(*), ' ', sum(i.xmin::text::bigint)) FROM pg_index i
          WHERE i.indrelid IN (SELECT oid FROM lasting)),
        (SELECT concat(count(*), ' ', sum(t.xmin::text::bigint)) FROM pg_type t
          WHERE t.typrelid = 0 AND t.typelem = 0),
        (SELECT concat(count(*), ' ', sum(e.xmin::text::bigint)) FROM pg_enum e),
        (SELECT concat(count(*), ' ', sum(p.xmin::text::bigint)) FROM pg_proc p),
        (SELECT concat(count(*), ' ', sum(w.xmin::text::bigint)) FROM pg_rewrite w),
        (SELECT concat(count(*), ' ', sum(t.xmin::text::bigint)) FROM pg_trigger t
          WHERE NOT t.tgisinternal),
        (SELECT concat(count(*), ' ', sum(p.xmin::text::bigint)) FROM pg_policy p),
        (SELECT concat(count(*), ' ', sum(n.xmin::text::bigint)) FROM pg_namespace n
          WHERE n.nspname !~ '^pg_'),
        (SELECT concat(count(*), ' ', sum(s.xmin::text::bigint)) FROM pg_sequence s),
        (SELECT concat(count(*), ' ', sum(x.xmin::text::bigint)) FROM pg_extension x),
        (SELECT concat(count(*), ' ', sum(d.xmin::text::bigint)) FROM pg_description d))) AS rows
      """;

  static Standstill begin(Session session) {
    return new Standstill(place(session));
  }

  private static String place(Session session) {
    return session.query(PLACE).getFirst().find("place").orElse("");
  }

  /** What there is, as far as whoever asks sees it. */
  static String rows(Session session) {
    return session.query(ROWS).getFirst().text("rows");
  }

  /** Whether nothing at all was written since, so that nobody need look further. */
  boolean holds(Session session) {
    return place(session).equals(place);
  }
}
