import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.Row;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.migrate.Whimbrel;
import dev.whimbrel.migrate.directory.WhimbrelDirectory;
import dev.whimbrel.migrate.jdbc.ConnectionUrl;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.migrate.run.Migrator;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** An application that migrates when it starts. */
final class MigrateRun {
  public static void main(String[] arguments) {
    var url =
        new ConnectionUrl(arguments[1], Optional.of(arguments[2]), Optional.of(arguments[3]));
    if (arguments[0].equals("apply")) {
      Whimbrel.migrate(new Connections(url), arguments[4]);
    } else {
      start(url, arguments[4]);
    }
  }

  private static void start(ConnectionUrl url, String folder) {
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      long begin = System.nanoTime();
      Whimbrel.migrate(new Connections(url), folder);
      times.add((System.nanoTime() - begin) / 1_000_000);
    }
    System.out.printf(
        "%-10s nothing pending: first call %d ms, warm %d ms, round trips %d%n",
        url.jdbcUrl().split(":")[1],
        times.getFirst(),
        MigrateBench.median(times.subList(1, 10)),
        roundTrips(url, folder));
  }

  private static int roundTrips(ConnectionUrl url, String folder) {
    try (var session = JdbcSession.open(url)) {
      var counting = new Counting(session);
      Dialect dialect =
          ServiceLoader.load(Dialect.class).stream()
              .map(ServiceLoader.Provider::get)
              .filter(each -> each.speaks(url.jdbcUrl()))
              .findFirst()
              .orElseThrow();
      new Migrator(
              counting,
              dialect,
              new WhimbrelDirectory(Path.of(folder)),
              event -> {},
              Clock.systemUTC())
          .migrate(Optional.empty());
      return counting.calls;
    }
  }

  /** A session that counts. */
  private static final class Counting implements Session {
    private final Session session;
    private int calls;

    Counting(Session session) {
      this.session = session;
    }

    @Override
    public List<Row> query(String sql, Object... parameters) {
      calls++;
      return session.query(sql, parameters);
    }

    @Override
    public long execute(String sql, Object... parameters) {
      calls++;
      return session.execute(sql, parameters);
    }

    @Override
    public void inTransaction(Runnable work) {
      calls++;
      session.inTransaction(work);
    }
  }

  /** The simplest of all pools: none. */
  private record Connections(ConnectionUrl url) implements DataSource {
    @Override
    public Connection getConnection() throws SQLException {
      return DriverManager.getConnection(
          url.jdbcUrl(), url.user().orElse(""), url.password().orElse(""));
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
      return DriverManager.getConnection(url.jdbcUrl(), user, password);
    }

    @Override
    public PrintWriter getLogWriter() {
      return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
      return 0;
    }

    @Override
    public Logger getParentLogger() {
      return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
      throw new SQLException("nothing is wrapped");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
      return false;
    }
  }
}
