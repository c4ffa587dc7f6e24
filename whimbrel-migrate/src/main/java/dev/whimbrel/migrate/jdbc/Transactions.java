package dev.whimbrel.migrate.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** How transactions begin and end on one connection, which is otherwise in autocommit mode. */
sealed interface Transactions {
  void begin() throws SQLException;

  void commit() throws SQLException;

  void rollBack() throws SQLException;

  /** The driver's own way. It notices when the database turns a commit into a rollback. */
  record OfDriver(Connection connection) implements Transactions {
    @Override
    public void begin() throws SQLException {
      connection.setAutoCommit(false);
    }

    @Override
    public void commit() throws SQLException {
      connection.commit();
      connection.setAutoCommit(true);
    }

    @Override
    public void rollBack() throws SQLException {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /**
   * In SQL, behind the driver's back. SQLite's driver begins anew right after each commit, and
   * would so take the lock again that it just let go.
   */
  record Spoken(Connection connection, String beginning) implements Transactions {
    @Override
    public void begin() throws SQLException {
      say(beginning);
    }

    @Override
    public void commit() throws SQLException {
      say("COMMIT");
    }

    @Override
    public void rollBack() throws SQLException {
      say("ROLLBACK");
    }

    private void say(String sql) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }
  }
}
