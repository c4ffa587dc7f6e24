package dev.whimbrel.postgres.run;

import dev.whimbrel.dialect.Obstacles;
import dev.whimbrel.dialect.Session;
import java.time.Duration;
import java.util.List;

/**
 * Transactions of others that have been open for some time: they hold locks, and an index that is
 * built concurrently waits for them.
 */
public final class OpenTransactions implements Obstacles {
  private final Duration age;

  /**
   * @param age from which on they are named
   */
  public OpenTransactions(Duration age) {
    this.age = age;
  }

  /** What they say is not told: it may hold anything. */
  @Override
  public List<String> inTheWay(Session session) {
    return session
        .query(
            """
            SELECT 'process ' || pid || coalesce(', application ' || nullif(application_name, ''), '')
                || coalesce(', user ' || usename, '') || ', ' || coalesce(state, 'hidden')
                || ', transaction open for '
                || extract(epoch FROM date_trunc('second', clock_timestamp() - xact_start)) || ' s'
                AS sentence
            FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid()
              AND backend_type = 'client backend'
              AND xact_start < clock_timestamp() - make_interval(secs => ?)
            UNION ALL
            SELECT 'prepared transaction ' || quote_literal(gid) || ', user ' || owner || ', since '
                || date_trunc('second', prepared)
            FROM pg_prepared_xacts
            WHERE database = current_database()
              AND prepared < clock_timestamp() - make_interval(secs => ?)
            LIMIT 5
            """,
            (double) age.toSeconds(),
            (double) age.toSeconds())
        .stream()
        .map(row -> row.text("sentence"))
        .toList();
  }
}
