package dev.whimbrel.sqlite.run;

import dev.whimbrel.dialect.DatabaseException;
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
    session.execute("BEGIN IMMEDIATE");
    try {
      work.run();
      commit(session);
    } catch (RuntimeException | Error failure) {
      rollBack(session, failure);
      throw failure;
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
