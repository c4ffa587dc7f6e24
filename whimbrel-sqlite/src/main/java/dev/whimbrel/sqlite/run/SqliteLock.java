package dev.whimbrel.sqlite.run;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.LockedException;
import dev.whimbrel.dialect.MigrationLock;
import dev.whimbrel.dialect.Row;
import dev.whimbrel.dialect.Session;
import java.time.Duration;
import java.util.List;

/**
 * Waits until nobody else writes. SQLite's own write lock is the only one that works across
 * processes and dies with its holder, but it lives as long as a transaction: so this asks for it
 * and lets go, and each migration takes it again and reads the history under it.
 */
public final class SqliteLock implements MigrationLock {
  /** SQLite's own waiting is switched off meanwhile, since it may be longer than our patience. */
  @Override
  public Held acquire(Session session, Duration patience) {
    long timeout = session.query("PRAGMA busy_timeout").getFirst().number("timeout");
    session.execute("PRAGMA busy_timeout=0");
    try {
      await(session, patience);
    } finally {
      session.execute("PRAGMA busy_timeout=" + timeout);
    }
    return new Fleeting();
  }

  /** What keeps runs apart is the right to write, which lives as long as a transaction. */
  private record Fleeting() implements Held {
    @Override
    public boolean lasts() {
      return false;
    }

    @Override
    public void close() {}
  }

  private static void await(Session session, Duration patience) {
    var waiting = new Waiting(patience);
    while (!free(session)) {
      if (!waiting.again()) {
        throw new LockedException(letter(session, patience));
      }
    }
  }

  private static boolean free(Session session) {
    try {
      session.execute("BEGIN IMMEDIATE");
      session.execute("ROLLBACK");
      return true;
    } catch (DatabaseException refused) {
      if (Waiting.busy(refused)) {
        return false;
      }
      throw refused;
    }
  }

  private static String letter(Session session, Duration patience) {
    return "Another connection has been writing to "
        + file(session)
        + " for "
        + patience.toSeconds()
        + " seconds: another run of Whimbrel, or a program with an open transaction. SQLite does not"
        + " say which. Nothing was changed; wait for it or stop it, then run this again.";
  }

  private static String file(Session session) {
    List<Row> databases = session.query("PRAGMA database_list");
    return databases.getFirst().find("file").filter(name -> !name.isEmpty()).orElse("the database");
  }
}
