package dev.whimbrel.migrate.jdbc;

import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Whether someone wants a session to stop, and the statement that is to be stopped then. */
final class Interruption {
  /** What PostgreSQL says of a statement that was cancelled. */
  private static final String CANCELLED = "57014";

  private @Nullable Statement running;
  private boolean happened;

  /** Called before each statement. */
  synchronized void watch(Statement next) throws SQLException {
    if (happened) {
      throw new SQLException("stopped before this statement began", CANCELLED);
    }
    running = next;
  }

  /** A statement that ended already, or cannot be stopped, is the last one all the same. */
  synchronized void happen() {
    happened = true;
    if (running == null) {
      return;
    }
    try {
      running.cancel();
    } catch (SQLException ended) {
      running = null;
    }
  }
}
