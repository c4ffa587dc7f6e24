package dev.whimbrel.postgres.run;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.LockedException;
import dev.whimbrel.dialect.MigrationFrame;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.postgres.script.Resetting;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * One transaction that waits only a moment for each lock. Whoever waits for a lock makes all wait
 * that come after; so it rather lets go of everything, and tries again later.
 */
public final class RetriedTransaction implements MigrationFrame {
  /** Lock not available, deadlock detected, serialization failure. */
  private static final Set<String> PASSING = Set.of("55P03", "40P01", "40001");

  private final int tries;
  private final Duration firstPause;

  /**
   * @param firstPause before the second try; each pause is twice as long as the one before
   */
  public RetriedTransaction(int tries, Duration firstPause) {
    this.tries = tries;
    this.firstPause = firstPause;
  }

  @Override
  public void run(Session session, List<SqlStatement> statements, Runnable work) {
    for (int left = tries; ; left--) {
      try {
        session.inTransaction(work);
        return;
      } catch (DatabaseException refused) {
        if (!passes(refused)) {
          throw refused;
        }
        if (left <= 1) {
          throw named(session, refused);
        }
        pause(firstPause.multipliedBy(1L << (tries - left)));
      }
    }
  }

  /**
   * Building an index concurrently waits for all transactions by design, and gives nobody pause.
   */
  @Override
  public void runOutside(Session session, SqlStatement statement) {
    String before = LockTimeout.disarm(session);
    try {
      statement.executeOn(session);
    } catch (RuntimeException failure) {
      rearm(session, before, failure);
      throw failure;
    }
    LockTimeout.set(session, before);
  }

  @Override
  public void settle(Session session, List<SqlStatement> settings) {
    List<String> resets = settings.stream().flatMap(Resetting::of).distinct().toList();
    resets.forEach(session::execute);
    boolean disarmed = resets.stream().anyMatch(reset -> reset.contains("lock_timeout"));
    if (disarmed && !session.isPooled()) {
      LockTimeout.arm(session);
    }
  }

  private static boolean passes(DatabaseException refused) {
    return refused.sqlState().filter(PASSING::contains).isPresent();
  }

  private static void rearm(Session session, String before, RuntimeException failure) {
    try {
      LockTimeout.set(session, before);
    } catch (DatabaseException second) {
      failure.addSuppressed(second);
    }
  }

  /** What was in the way is told best by who is there now. */
  private DatabaseException named(Session session, DatabaseException refused) {
    List<String> there = new OpenTransactions(Duration.ofSeconds(1)).inTheWay(session);
    String hint =
        "Tried %d times. %s"
            .formatted(
                tries,
                there.isEmpty()
                    ? "Whoever was in the way is gone by now; try again."
                    : "In the way may be: " + String.join("; ", there) + ".");
    return new DatabaseException(
        String.valueOf(refused.getMessage()),
        refused.sqlState().orElse(""),
        refused.position().orElse(0),
        hint,
        refused);
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new LockedException("Interrupted while somebody else held a lock; run it again");
    }
  }
}
