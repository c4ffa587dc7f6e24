package dev.whimbrel.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.LockedException;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.migrate.directory.WhimbrelDirectory;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.migrate.run.MigrationFailedException;
import dev.whimbrel.migrate.run.Migrator;
import dev.whimbrel.postgres.PostgresDialect;
import dev.whimbrel.scenarios.HaltedRun.Action;
import dev.whimbrel.scenarios.Wire.State;
import dev.whimbrel.testkit.database.SharedDatabases;
import dev.whimbrel.testkit.database.TestDatabase;
import dev.whimbrel.testkit.database.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The connection of a run is lost at each of its calls to the database: cut, its answer lost, or
 * its process on the server ended. The next run comes to the same end as one that lost nothing. A
 * sample of the calls is tried by default, and all of them where {@code laws.tries} is set.
 */
@ExtendWith(SharedDatabases.class)
class LostConnectionLawsTest {
  private static final int SAMPLE = 29;
  private static final PostgresDialect DIALECT = new PostgresDialect();

  /** What happens to the connection. */
  private enum Loss {
    CUT,
    ANSWER_LOST,
    SERVER_PROCESS_ENDED
  }

  private final TestDatabases databases;
  @TempDir Path folder;

  LostConnectionLawsTest(TestDatabases databases) {
    this.databases = databases;
  }

  @Test
  void theNextRunComesToTheEnd() throws Exception {
    WhimbrelDirectory directory = CrashStory.POSTGRES.writeInto(folder);
    List<String> calls = new ArrayList<>();
    Remains wanted = undisturbed(directory, calls);
    List<String> table = new ArrayList<>();
    int step = Integer.getInteger("laws.tries") == null ? SAMPLE : 1;
    for (int point = 1; point <= calls.size(); point += step) {
      for (Loss loss : Loss.values()) {
        String line = "%3d %-20s %s".formatted(point, loss, calls.get(point - 1));
        try (var database = databases.postgres()) {
          String told = disturbed(database, directory, loss, point);
          finish(database, directory);
          assertThat(Remains.of(database.session(), DIALECT)).as(line).isEqualTo(wanted);
          table.add(line + "  -> " + told + "; then same schema, same rows, each once");
        }
      }
    }
    write(table);
  }

  /** What is sent gets lost, and so nobody is told of anything until someone cuts the line. */
  @Test
  void aRunWhoseConnectionHangsKeepsOthersOutByNameAndIsToldInTheEnd() throws Exception {
    WhimbrelDirectory directory = CrashStory.POSTGRES.writeInto(folder);
    List<String> calls = new ArrayList<>();
    Remains wanted = undisturbed(directory, calls);
    int point = calls.indexOf("ALTER TABLE users ADD COLUMN name text") + 1;
    try (var database = databases.postgres();
        var wire = new Wire(database.url());
        var session = JdbcSession.open(wire.url())) {
      var hung = new CountDownLatch(1);
      IntConsumer hang =
          number -> {
            if (number == point) {
              wire.become(State.HUNG);
              hung.countDown();
            }
          };
      var run =
          CompletableFuture.runAsync(
              () -> Action.MIGRATE.perform(new HaltingSession(session, hang), DIALECT, directory));
      hung.await();
      assertThatThrownBy(() -> impatient(database.session(), directory))
          .isInstanceOf(LockedException.class)
          .hasMessageContaining("Another run is migrating this database: process ")
          .hasMessageContaining("application whimbrel")
          .hasMessageContaining("nothing was changed");
      assertThat(run).isNotDone();
      wire.become(State.CUT);
      assertThatThrownBy(run::join)
          .hasCauseInstanceOf(MigrationFailedException.class)
          .hasMessageContaining("The database went away during 20260101000001_step")
          .hasMessageContaining("whimbrel migrate");
      finish(database, directory);
      assertThat(Remains.of(database.session(), DIALECT)).isEqualTo(wanted);
    }
  }

  private Remains undisturbed(WhimbrelDirectory directory, List<String> calls) {
    try (var database = databases.postgres();
        var opened = JdbcSession.open(database.url())) {
      var session = new HaltingSession(opened, number -> {});
      Action.MIGRATE.perform(session, DIALECT, directory);
      calls.addAll(session.calls());
      return Remains.of(database.session(), DIALECT);
    }
  }

  /** Gives the first line of what the run said. */
  private static String disturbed(
      TestDatabase database, WhimbrelDirectory directory, Loss loss, int point) throws IOException {
    try (var wire = new Wire(database.url());
        var session = JdbcSession.open(wire.url())) {
      long process = session.query("SELECT pg_backend_pid() AS pid").getFirst().number("pid");
      IntConsumer trouble =
          number -> {
            if (number == point) {
              befall(loss, wire, database.session(), process);
            }
          };
      Action.MIGRATE.perform(new HaltingSession(session, trouble), DIALECT, directory);
      throw new AssertionError("nobody noticed at " + point);
    } catch (MigrationFailedException | DatabaseException told) {
      return String.valueOf(told.getMessage()).lines().findFirst().orElse("");
    }
  }

  private static void befall(Loss loss, Wire wire, Session other, long process) {
    switch (loss) {
      case CUT -> wire.become(State.CUT);
      case ANSWER_LOST -> wire.become(State.ANSWER_LOST);
      case SERVER_PROCESS_ENDED ->
          assertThat(other.query("SELECT pg_terminate_backend(?::int) AS ended", process))
              .allMatch(row -> row.flag("ended"));
    }
  }

  private static void finish(TestDatabase database, WhimbrelDirectory directory) {
    try (var next = JdbcSession.open(database.url())) {
      Action.MIGRATE.perform(next, DIALECT, directory);
    }
  }

  private static void impatient(Session session, WhimbrelDirectory directory) {
    new Migrator(
            session, DIALECT, directory, event -> {}, Clock.systemUTC(), Duration.ofMillis(300))
        .migrate(Optional.empty());
  }

  private static void write(List<String> table) throws IOException {
    Path target = Files.createDirectories(Path.of("target", "crashes"));
    Files.write(target.resolve("postgresql-lost-connections.txt"), table);
  }
}
