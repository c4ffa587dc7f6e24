package dev.whimbrel.postgres.run;

import dev.whimbrel.dialect.LockedException;
import dev.whimbrel.dialect.MigrationLock;
import dev.whimbrel.dialect.Session;
import java.time.Duration;
import java.util.stream.Collectors;

/**
 * Keeps two runs on one database apart by an advisory lock, which is let go of by itself when the
 * connection ends.
 */
public final class AdvisoryLock implements MigrationLock {
  /** The bytes of {@code whimbrel}. */
  private static final long KEY = 0x7768696d6272656cL;

  private static final Duration PAUSE = Duration.ofMillis(100);

  @Override
  public Held acquire(Session session, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (!taken(session)) {
      if (System.nanoTime() >= end) {
        throw new LockedException(letter(session, patience));
      }
      pause();
    }
    return () -> session.query("SELECT pg_advisory_unlock(?)", KEY);
  }

  private static boolean taken(Session session) {
    return session.query("SELECT pg_try_advisory_lock(?) AS taken", KEY).getFirst().flag("taken");
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LockedException(
          "Interrupted while waiting for another run to finish; run it again");
    }
  }

  private static String letter(Session session, Duration patience) {
    return "Another run is migrating this database: %s. After %s nothing was changed; wait until it is done, or end it, and run again"
        .formatted(holder(session), words(patience));
  }

  private static String words(Duration patience) {
    return patience.toSeconds() > 0
        ? patience.toSeconds() + " s of waiting"
        : patience.toMillis() + " ms of waiting";
  }

  private static String holder(Session session) {
    String found =
        session
            .query(
                """
                SELECT 'process ' || l.pid
                  || coalesce(', application ' || nullif(a.application_name, ''), '')
                  || coalesce(', client ' || a.client_addr || ':' || a.client_port, '')
                  || coalesce(', user ' || a.usename, '')
                  || coalesce(', since ' || date_trunc('second', a.backend_start), '') AS holder
                FROM pg_locks l LEFT JOIN pg_stat_activity a ON a.pid = l.pid
                WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
                  AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
                  AND l.classid::bigint = ? AND l.objid::bigint = ?
                """,
                KEY >>> 32,
                KEY & 0xffffffffL)
            .stream()
            .map(row -> row.text("holder"))
            .collect(Collectors.joining("; "));
    return found.isEmpty() ? "it has just ended" : found;
  }
}
