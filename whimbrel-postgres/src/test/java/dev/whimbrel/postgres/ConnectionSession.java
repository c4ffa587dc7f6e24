package dev.whimbrel.postgres;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.Row;
import dev.whimbrel.dialect.Session;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A session over a plain connection, for tests. */
final class ConnectionSession implements Session {
  private final Connection connection;

  ConnectionSession(Connection connection) {
    this.connection = connection;
  }

  @Override
  public List<Row> query(String sql, @Nullable Object... parameters) {
    try (var statement = prepared(sql, parameters);
        var result = statement.executeQuery()) {
      var rows = new ArrayList<Row>();
      while (result.next()) {
        rows.add(row(result));
      }
      return rows;
    } catch (SQLException e) {
      throw new DatabaseException(
          String.valueOf(e.getMessage()) + " in " + sql, e.getSQLState(), 0, "", e);
    }
  }

  @SuppressWarnings("NullAway") // the values of a row may be null, which its record says too
  private static Row row(ResultSet result) throws SQLException {
    var values = new LinkedHashMap<String, @Nullable Object>();
    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
      values.put(result.getMetaData().getColumnLabel(i), result.getObject(i));
    }
    return new Row(values);
  }

  @Override
  public long execute(String sql, @Nullable Object... parameters) {
    try {
      if (parameters.length == 0) {
        try (var statement = connection.createStatement()) {
          statement.execute(sql);
          return Math.max(0, statement.getUpdateCount());
        }
      }
      try (var statement = prepared(sql, parameters)) {
        statement.execute();
        return Math.max(0, statement.getUpdateCount());
      }
    } catch (SQLException e) {
      throw new DatabaseException(
          String.valueOf(e.getMessage()) + " in " + sql, e.getSQLState(), 0, "", e);
    }
  }

  private PreparedStatement prepared(String sql, @Nullable Object... parameters)
      throws SQLException {
    var statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }

  @Override
  public void inTransaction(Runnable work) {
    try {
      connection.setAutoCommit(false);
      try {
        work.run();
        connection.commit();
      } catch (RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new DatabaseException(String.valueOf(e.getMessage()), e.getSQLState(), 0, "", e);
    }
  }
}
