package dev.whimbrel.cli;

import dev.whimbrel.migrate.jdbc.JdbcSession;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and its like: has the statement that runs cancelled, and leaves the command a moment to
 * roll back and say so.
 */
final class Interrupts {
  private static final long PATIENCE_SECONDS = 10;

  private final List<JdbcSession> sessions = new ArrayList<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private boolean happened;

  /** Has this session stop as well. */
  synchronized void watch(JdbcSession session) {
    if (happened) {
      session.interrupt();
    }
    sessions.add(session);
  }

  /** Whether somebody wanted us to stop. */
  synchronized boolean happened() {
    return happened;
  }

  /** Stops what runs, and waits until the command has ended; it may have done so already. */
  void happen() {
    if (ended.getCount() == 0) {
      return;
    }
    interrupt();
    try {
      if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return; // the database does not answer; it rolls back by itself once we are gone
      }
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }

  /** The command has said all it had to say. */
  void end() {
    ended.countDown();
  }

  /** Has what runs stop, now and what is still to come. */
  synchronized void interrupt() {
    happened = true;
    sessions.forEach(JdbcSession::interrupt);
  }
}
