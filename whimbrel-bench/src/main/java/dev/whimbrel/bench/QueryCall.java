package dev.whimbrel.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The least that an application can do with a database at its start. */
final class QueryCall {
  private QueryCall() {}

  /** Takes what to measure, URL, user, password and folder, as {@link WhimbrelCall}. */
  public static void main(String[] arguments) {
    Calls.measure(arguments[0], () -> ask(arguments[1], arguments[2], arguments[3]));
  }

  private static void ask(String url, String user, String password) {
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT 1");
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
