package dev.whimbrel.migrate.jdbc;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.OptionalInt;
import org.postgresql.PGConnection;
import org.postgresql.PGStatement;

/** What we ask of a driver beyond java.sql. */
sealed interface Driver {
  /** The one behind a connection, through whatever a pool wraps around it. */
  static Driver of(Connection connection) {
    try {
      return isPostgres(connection)
          ? new Postgres(connection.unwrap(PGConnection.class))
          : new Standard();
    } catch (SQLException | NoClassDefFoundError wrapped) {
      return new Standard();
    }
  }

  private static boolean isPostgres(Connection connection) throws SQLException {
    return connection.getMetaData().getURL().startsWith("jdbc:postgresql:")
        && connection.isWrapperFor(PGConnection.class);
  }

  /** Sends rows behind a COPY. */
  long copy(String sql, String rows) throws SQLException;

  /** The number of the server's process as the server said it when the connection began. */
  OptionalInt serverProcess();

  /** Keeps the driver from leaving a prepared statement on the server, where a pooler may be. */
  void keepNothing(PreparedStatement statement) throws SQLException;

  /** PostgreSQL's own. The class is only looked at where its driver is there. */
  record Postgres(PGConnection connection) implements Driver {
    @Override
    public long copy(String sql, String rows) throws SQLException {
      try {
        return connection.getCopyAPI().copyIn(sql, new StringReader(rows));
      } catch (IOException impossible) {
        throw new IllegalStateException("a text could not be read", impossible);
      }
    }

    @Override
    public OptionalInt serverProcess() {
      return OptionalInt.of(connection.getBackendPID());
    }

    @Override
    public void keepNothing(PreparedStatement statement) throws SQLException {
      if (statement.isWrapperFor(PGStatement.class)) {
        statement.unwrap(PGStatement.class).setPrepareThreshold(0);
      }
    }
  }

  /** Any other. */
  record Standard() implements Driver {
    @Override
    public long copy(String sql, String rows) {
      throw new UnsupportedOperationException(
          "This driver cannot send the rows of a COPY. Write them as INSERT statements.");
    }

    @Override
    public OptionalInt serverProcess() {
      return OptionalInt.empty();
    }

    @Override
    public void keepNothing(PreparedStatement statement) {}
  }
}
