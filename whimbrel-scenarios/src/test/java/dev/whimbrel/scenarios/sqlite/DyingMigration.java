package dev.whimbrel.scenarios.sqlite;

import dev.whimbrel.migrate.directory.WhimbrelDirectory;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.migrate.run.Migrator;
import dev.whimbrel.migrate.run.RunEvent;
import dev.whimbrel.sqlite.SqliteDialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * A program that migrates, tells each statement that ran, and then waits: to be killed, or to go
 * on.
 */
final class DyingMigration {
  private DyingMigration() {}

  /**
   * @param arguments the database, the folder of migrations, and at which statement to wait
   */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) {
    int last = Integer.parseInt(arguments[2]);
    try (JdbcSession session = JdbcSession.open(arguments[0], Optional.empty(), Optional.empty())) {
      var directory = new WhimbrelDirectory(Path.of(arguments[1]));
      new Migrator(
              session,
              new SqliteDialect(),
              directory,
              event -> tell(event, last),
              Clock.systemUTC())
          .migrate(Optional.empty());
      System.out.println("applied");
      hold();
    }
  }

  @SuppressWarnings("SystemOut")
  private static void tell(RunEvent event, int last) {
    if (event instanceof RunEvent.Started) {
      System.out.println("statement 0");
      holdAt(0, last);
    } else if (event instanceof RunEvent.StatementDone done) {
      System.out.println("statement " + done.number());
      holdAt(done.number(), last);
    }
  }

  private static void holdAt(int number, int last) {
    if (number == last) {
      hold();
    }
  }

  private static void hold() {
    try {
      var unused = System.in.read();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
