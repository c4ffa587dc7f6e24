package dev.whimbrel.postgres.run;

import dev.whimbrel.dialect.LockedException;
import dev.whimbrel.dialect.MigrationLock;
import dev.whimbrel.dialect.Session;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Keeps two runs on one database apart by an advisory lock, which the working session itself holds:
 * while a statement of a run that was killed is still at work, nobody else gets in. It is asked for
 * again and again and never waited for in the server, where others would have to wait behind.
 *
 * <p>A pooler may hand each transaction to another of the server's sessions. There each transaction
 * takes the lock for itself.
 */
public final class AdvisoryLock implements MigrationLock {
  /** The bytes of {@code whimbrel}. */
  private static final long KEY = 0x7768696d6272656cL;

  private static final Duration PAUSE = Duration.ofMillis(100);

  @Override
  public Held acquire(Session session, Duration patience) {
    if (session.isPooled()) {
      await(session, patience, () -> takenForTransaction(session));
      return new PooledHold(() -> await(session, patience, () -> takenForTransaction(session)));
    }
    await(session, patience, () -> taken(session));
    return SessionHold.settled(session, () -> letGo(session));
  }

  private static void await(Session session, Duration patience, BooleanSupplier taken) {
    long end = System.nanoTime() + patience.toNanos();
    while (!taken.getAsBoolean()) {
      if (System.nanoTime() >= end) {
        throw new LockedException(letter(session, patience));
      }
      pause();
    }
  }

  private static boolean taken(Session session) {
    return session.query("SELECT pg_try_advisory_lock(?) AS taken", KEY).getFirst().flag("taken");
  }

  private static boolean takenForTransaction(Session session) {
    return session
        .query("SELECT pg_try_advisory_xact_lock(?) AS taken", KEY)
        .getFirst()
        .flag("taken");
  }

  private static void letGo(Session session) {
    session.query("SELECT pg_advisory_unlock(?)", KEY);
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
