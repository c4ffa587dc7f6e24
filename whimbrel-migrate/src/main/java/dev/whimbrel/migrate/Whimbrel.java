package dev.whimbrel.migrate;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.migrate.directory.ClassPathDirectory;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationDirectory;
import dev.whimbrel.migrate.directory.ReadOnce;
import dev.whimbrel.migrate.directory.WhimbrelDirectory;
import dev.whimbrel.migrate.jdbc.ConnectionException;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.migrate.run.MigrateResult;
import dev.whimbrel.migrate.run.MigrationStatus;
import dev.whimbrel.migrate.run.Migrator;
import dev.whimbrel.migrate.run.RunEvent;
import dev.whimbrel.work.Ahead;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Brings a database up to date when an application starts, before it serves anybody:
 *
 * <pre>
 * Whimbrel.migrate(dataSource, "classpath:migrations");
 * </pre>
 *
 * <p>Any number of instances may start at once: one of them migrates, the others wait for it. What
 * keeps the application from starting is thrown, with a message for a person.
 */
public final class Whimbrel {
  private static final String CLASS_PATH = "classpath:";

  private final DataSource dataSource;
  private final MigrationDirectory directory;
  private final Consumer<RunEvent> listener;
  private final Duration patience;

  private Whimbrel(
      DataSource dataSource,
      MigrationDirectory directory,
      Consumer<RunEvent> listener,
      Duration patience) {
    this.dataSource = dataSource;
    this.directory = directory;
    this.listener = listener;
    this.patience = patience;
  }

  /**
   * Applies what is pending.
   *
   * @param location a folder, or {@code classpath:} and a folder there
   */
  public static MigrateResult migrate(DataSource dataSource, String location) {
    return with(dataSource, location).migrate();
  }

  /** A run to be told more, such as who listens. */
  public static Whimbrel with(DataSource dataSource, String location) {
    return with(
        dataSource,
        location.startsWith(CLASS_PATH)
            ? new ClassPathDirectory(location.substring(CLASS_PATH.length()))
            : new WhimbrelDirectory(Path.of(location)));
  }

  /** A run over a directory in any layout. */
  public static Whimbrel with(DataSource dataSource, MigrationDirectory directory) {
    return new Whimbrel(dataSource, directory, event -> {}, Duration.ofMinutes(5));
  }

  /** The same, telling each event while it happens. */
  public Whimbrel listener(Consumer<RunEvent> other) {
    return new Whimbrel(dataSource, directory, other, patience);
  }

  /** The same, waiting so long for another instance; five minutes if nobody says. */
  public Whimbrel patience(Duration other) {
    return new Whimbrel(dataSource, directory, listener, other);
  }

  /** Applies what is pending. */
  public MigrateResult migrate() {
    return connected(migrator -> migrator.migrate(Optional.empty()));
  }

  /** How each migration stands; changes nothing. */
  public List<MigrationStatus> status() {
    return connected(Migrator::status);
  }

  /** While the driver connects, which takes longest, all that needs no connection is done. */
  private <T> T connected(Function<Migrator, T> work) {
    var dialects = Ahead.of(Whimbrel::dialects);
    var migrations = Ahead.of(directory::migrations);
    try (Connection connection = dataSource.getConnection()) {
      boolean automatic = connection.getAutoCommit();
      connection.setAutoCommit(true);
      try {
        return work.apply(migrator(connection, dialects, migrations));
      } finally {
        giveBack(connection, automatic);
      }
    } catch (SQLException failure) {
      throw new ConnectionException(
          "The data source gave no connection to migrate with: " + failure.getMessage(), failure);
    }
  }

  private Migrator migrator(
      Connection connection, Ahead<List<Dialect>> dialects, Ahead<List<Migration>> migrations)
      throws SQLException {
    return new Migrator(
        JdbcSession.over(connection),
        speaking(dialects.result(), connection.getMetaData().getURL()),
        new ReadOnce(directory, migrations::result),
        listener,
        Clock.systemUTC(),
        patience);
  }

  private static List<Dialect> dialects() {
    List<Dialect> present = new ArrayList<>();
    for (Dialect dialect : ServiceLoader.load(Dialect.class)) {
      present.add(dialect);
    }
    return present;
  }

  private static Dialect speaking(List<Dialect> dialects, String url) {
    for (Dialect dialect : dialects) {
      if (dialect.speaks(url)) {
        return dialect;
      }
    }
    throw new ConnectionException(
        "Nothing on the class path speaks to the database of this data source. Add"
            + " whimbrel-postgres or whimbrel-sqlite.");
  }

  /** A connection that was lost is of no use to the pool, and its failure is told already. */
  private static void giveBack(Connection connection, boolean automatic) {
    try {
      connection.setAutoCommit(automatic);
    } catch (SQLException lost) {
      // whoever takes it from the pool next finds out by the pool's own means
    }
  }
}
