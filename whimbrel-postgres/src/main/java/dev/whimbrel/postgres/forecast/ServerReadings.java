package dev.whimbrel.postgres.forecast;

import dev.whimbrel.dialect.Row;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.postgres.spell.Identifier;
import dev.whimbrel.review.forecast.Readings;
import dev.whimbrel.review.forecast.TableSize;
import dev.whimbrel.schema.ObjectName;
import java.time.Duration;
import java.util.TreeMap;

/**
 * Reads what a server keeps about its tables: estimates and counters, and no row of theirs. From
 * version 15 on it does not say since when it counts for a database, but when it began to count at
 * all; a start of the server is no such time, for its counters outlive that.
 */
public record ServerReadings(Session session) {
  private static final String TABLES =
      """
      WITH measured AS (
        SELECT c.oid, c.relnamespace, c.relname, c.relkind,
            CASE WHEN c.reltuples > 0 THEN c.reltuples ELSE coalesce(s.n_live_tup, 0) END AS counted,
            coalesce(pg_table_size(c.oid), 0) AS heap,
            coalesce(pg_indexes_size(c.oid), 0) AS indexes,
            coalesce(s.n_tup_ins + s.n_tup_upd + s.n_tup_del, 0) AS written
          FROM pg_class c LEFT JOIN pg_stat_user_tables s ON s.relid = c.oid
          WHERE c.relkind IN ('r', 'p', 'm') AND c.relpersistence <> 't'),
      age AS (
        SELECT greatest(1, extract(epoch FROM now() - coalesce(stats_reset,
            (SELECT stats_reset FROM pg_stat_bgwriter), pg_postmaster_start_time()))) AS seconds
          FROM pg_stat_database WHERE datname = current_database())
      SELECT n.nspname AS namespace, m.relname AS name,
          CASE m.relkind WHEN 'p' THEN parts.counted ELSE m.counted END::bigint AS counted,
          CASE m.relkind WHEN 'p' THEN parts.heap ELSE m.heap END::bigint AS heap,
          CASE m.relkind WHEN 'p' THEN parts.indexes ELSE m.indexes END::bigint AS indexes,
          round((CASE m.relkind WHEN 'p' THEN parts.written ELSE m.written END
            / (SELECT seconds FROM age))::numeric, 3)::text AS writes
        FROM measured m JOIN pg_namespace n ON n.oid = m.relnamespace
        CROSS JOIN LATERAL (
          SELECT coalesce(sum(p.counted), 0) AS counted, coalesce(sum(p.heap), 0) AS heap,
              coalesce(sum(p.indexes), 0) AS indexes, coalesce(sum(p.written), 0) AS written
            FROM measured p
            WHERE m.relkind = 'p'
              AND p.oid IN (SELECT relid FROM pg_partition_tree(m.oid) WHERE isleaf)) parts
        WHERE n.nspname !~ '^(pg_|information_schema$)' AND m.relname <> '_whimbrel_history'
      """;
  private static final String LONGEST =
      """
      SELECT coalesce(max(extract(epoch FROM clock_timestamp() - xact_start)) * 1000, 0)::bigint
          AS milliseconds
        FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()
          AND backend_type = 'client backend'
      """;

  public Readings read() {
    var tables = new TreeMap<ObjectName, TableSize>();
    session.query(TABLES).forEach(row -> tables.put(name(row), size(row)));
    long longest = session.query(LONGEST).getFirst().number("milliseconds");
    return new Readings(Duration.ofMillis(longest), tables);
  }

  private static ObjectName name(Row row) {
    String namespace = row.text("namespace");
    return new ObjectName(
        namespace.equals(Identifier.DEFAULT_NAMESPACE) ? "" : namespace, row.text("name"));
  }

  private static TableSize size(Row row) {
    return new TableSize(
        row.number("counted"),
        row.number("heap"),
        row.number("indexes"),
        Double.parseDouble(row.text("writes")));
  }
}
