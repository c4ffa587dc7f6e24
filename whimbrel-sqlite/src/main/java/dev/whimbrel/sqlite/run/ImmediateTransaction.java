package dev.whimbrel.sqlite.run;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.LockedException;
import dev.whimbrel.dialect.Session;
import java.time.Duration;

/**
 * A transaction that takes the right to write at its beginning, and whose commit is tried again
 * while readers are in the way: SQLite keeps it open then, and the work need not be done anew.
 */
final class ImmediateTransaction {
  private final Duration patience;

  ImmediateTransaction(Duration patience) {
    this.patience = patience;
  }

  void run(Session session, Runnable work) {
    begin(session);
    try {
      work.run();
      commit(session);
    } catch (RuntimeException | Error failure) {
      rollBack(session, failure);
      throw failure;
    }
  }

  private static void begin(Session session) {
    try {
      session.execute("BEGIN IMMEDIATE");
    } catch (DatabaseException refused) {
      throw Waiting.busy(refused)
          ? new LockedException(
              "Another program is writing to the database and did not come to an end while we"
                  + " waited. Nothing was begun. Try again when it is done.")
          : refused;
    }
  }

  private void commit(Session session) {
    var waiting = new Waiting(patience);
    while (true) {
      try {
        session.execute("COMMIT");
        return;
      } catch (DatabaseException refused) {
        if (!Waiting.busy(refused) || !waiting.again()) {
          throw refused;
        }
      }
    }
  }

  /** A rollback that fails finds the transaction gone already. */
  private static void rollBack(Session session, Throwable failure) {
    try {
      session.execute("ROLLBACK");
    } catch (DatabaseException second) {
      failure.addSuppressed(second);
    }
  }
}
