package dev.whimbrel.migrate.jdbc;

import dev.whimbrel.dialect.LockedException;
import dev.whimbrel.dialect.Row;
import dev.whimbrel.dialect.Session;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A session over one JDBC connection; outside of transactions each statement stands for itself. */
public final class JdbcSession implements Session, AutoCloseable {
  private final Connection connection;
  private final Transactions transactions;
  private final Driver driver;
  private final Optional<ConnectionUrl> url;
  private final Interruption interruption = new Interruption();
  private Runnable afterwards = () -> {};
  private boolean inTransaction;

  private JdbcSession(
      Connection connection,
      Transactions transactions,
      Driver driver,
      Optional<ConnectionUrl> url) {
    this.url = url;
    this.connection = connection;
    this.transactions = transactions;
    this.driver = driver;
  }

  /**
   * Connects to a database.
   *
   * @param jdbcUrl in any form that {@link ConnectionUrl} reads
   * @param user instead of the one in the URL
   * @param password instead of the one in the URL
   * @throws ConnectionException if that fails, for a person to read
   */
  public static JdbcSession open(String jdbcUrl, Optional<String> user, Optional<String> password) {
    return open(ConnectionUrl.parse(jdbcUrl).with(user, password));
  }

  /** Connects to a database, as {@link #open(String, Optional, Optional)} does. */
  public static JdbcSession open(ConnectionUrl url) {
    ConnectionTraits traits = ConnectionTraits.of(url.jdbcUrl());
    return over(new Opening(url, traits).connect(), traits, Optional.of(url));
  }

  /** A session over a connection that is there already, such as one from a pool. */
  public static JdbcSession over(Connection connection) {
    try {
      return over(
          connection, ConnectionTraits.of(connection.getMetaData().getURL()), Optional.empty());
    } catch (SQLException failure) {
      throw Refusal.of(failure, "");
    }
  }

  private static JdbcSession over(
      Connection connection, ConnectionTraits traits, Optional<ConnectionUrl> url) {
    return new JdbcSession(
        connection,
        traits
            .begin()
            .<Transactions>map(begin -> new Transactions.Spoken(connection, begin))
            .orElseGet(() -> new Transactions.OfDriver(connection)),
        Driver.of(connection),
        url);
  }

  /** Has something else end with this session, such as the server it speaks to. */
  public JdbcSession closing(Runnable work) {
    afterwards = work;
    return this;
  }

  /**
   * Ends the statement that runs, and refuses those that would follow, so that a transaction which
   * is open is rolled back. May be called by another thread.
   */
  public void interrupt() {
    interruption.happen();
  }

  @Override
  public List<Row> query(String sql, @Nullable Object... parameters) {
    try (Statement statement = statement(sql, parameters);
        ResultSet result = result(statement, sql)) {
      return Rows.all(result);
    } catch (SQLException failure) {
      throw Refusal.of(failure, sql);
    }
  }

  @Override
  public long execute(String sql, @Nullable Object... parameters) {
    try (Statement statement = statement(sql, parameters)) {
      run(statement, sql);
      return Math.max(0, statement.getUpdateCount());
    } catch (SQLException failure) {
      throw Refusal.of(failure, sql);
    }
  }

  @Override
  public void inTransaction(Runnable work) {
    if (inTransaction) {
      throw new IllegalStateException("a transaction is open already, and there is one at a time");
    }
    begin();
    try {
      work.run();
      commit();
    } catch (RuntimeException | Error failure) {
      rollBack(failure);
      throw failure;
    } finally {
      inTransaction = false;
    }
  }

  @Override
  public long copy(String sql, String rows) {
    try {
      return driver.copy(sql, rows);
    } catch (SQLException failure) {
      throw Refusal.of(failure, sql);
    }
  }

  /** A pooler makes up the number of the process that it tells. */
  @Override
  public boolean isPooled() {
    boolean pooled =
        driver.serverProcess().stream()
            .anyMatch(
                told -> query("SELECT pg_backend_pid() AS pid").getFirst().number("pid") != told);
    if (pooled) {
      driver.keepNothing();
    }
    return pooled;
  }

  /** There is none where the application gave the connection, or the server has no more to give. */
  @Override
  public boolean beside(Consumer<Session> work) {
    Optional<JdbcSession> other = url.flatMap(JdbcSession::another);
    other.ifPresent(session -> {
      try (session) {
        work.accept(session);
      }
    });
    return other.isPresent();
  }

  private static Optional<JdbcSession> another(ConnectionUrl url) {
    try {
      return Optional.of(open(url));
    } catch (ConnectionException refusal) {
      return Optional.empty();
    }
  }

  /** Closes the connection; what was open on it is rolled back by the database. */
  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException failure) {
      throw Refusal.of(failure, "");
    } finally {
      afterwards.run();
    }
  }

  private void begin() {
    try {
      transactions.begin();
      inTransaction = true;
    } catch (SQLException failure) {
      throw isBusy(failure) ? busy() : Refusal.of(failure, "BEGIN");
    }
  }

  /** SQLite's driver has no SQLSTATE for it, and other drivers do not fail in this way. */
  private static boolean isBusy(SQLException failure) {
    return String.valueOf(failure.getMessage()).startsWith("[SQLITE_BUSY");
  }

  private static LockedException busy() {
    return new LockedException(
        "Another program is writing to the database and did not come to an end while we waited."
            + " Nothing was begun. Try again when it is done.");
  }

  private void commit() {
    try {
      transactions.commit();
    } catch (SQLException failure) {
      throw Refusal.of(failure, "COMMIT");
    }
  }

  /** A rollback that fails finds the transaction gone already, or the database. */
  private void rollBack(Throwable failure) {
    try {
      transactions.rollBack();
    } catch (SQLException second) {
      failure.addSuppressed(second);
    }
  }

  /** Text without parameters is not prepared: it may hold question marks that are operators. */
  private Statement statement(String sql, @Nullable Object... parameters) throws SQLException {
    if (parameters.length == 0) {
      Statement statement = connection.createStatement();
      statement.setEscapeProcessing(false);
      return statement;
    }
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }

  private void run(Statement statement, String sql) throws SQLException {
    interruption.watch(statement);
    if (statement instanceof PreparedStatement prepared) {
      prepared.execute();
    } else {
      statement.execute(sql);
    }
  }

  private ResultSet result(Statement statement, String sql) throws SQLException {
    interruption.watch(statement);
    return statement instanceof PreparedStatement prepared
        ? prepared.executeQuery()
        : statement.executeQuery(sql);
  }
}
