package dev.whimbrel.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.migrate.directory.WhimbrelDirectory;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.postgres.PostgresDialect;
import dev.whimbrel.scenarios.HaltedRun.Action;
import dev.whimbrel.scenarios.HaltedRun.Moment;
import dev.whimbrel.sqlite.SqliteDialect;
import dev.whimbrel.testkit.database.SharedDatabases;
import dev.whimbrel.testkit.database.TestDatabase;
import dev.whimbrel.testkit.database.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run is killed, with the signal that nothing can catch, before or within each of its calls to
 * the database; the next run comes to the same end as one that nobody killed. A sample of the calls
 * is tried by default, and all of them where {@code laws.tries} is set; {@code laws.from} and
 * {@code laws.to} choose some of the calls by their numbers.
 */
@ExtendWith(SharedDatabases.class)
class CrashLawsTest {
  private static final int SAMPLE = 11;
  private static final int FROM = Integer.getInteger("laws.from", 1);

  private final TestDatabases databases;
  @TempDir Path folder;

  CrashLawsTest(TestDatabases databases) {
    this.databases = databases;
  }

  @Test
  void aMigrationOnPostgresComesToItsEnd() throws Exception {
    tryAll(new PostgresDialect(), databases::postgres, CrashStory.POSTGRES, Action.MIGRATE);
  }

  @Test
  void aWayBackOnPostgresComesToItsEnd() throws Exception {
    tryAll(new PostgresDialect(), databases::postgres, CrashStory.POSTGRES, Action.ROLL_BACK);
  }

  @Test
  void aMigrationOnSqliteComesToItsEnd() throws Exception {
    tryAll(new SqliteDialect(), databases::sqliteFile, CrashStory.SQLITE, Action.MIGRATE);
  }

  @Test
  void aWayBackOnSqliteComesToItsEnd() throws Exception {
    tryAll(new SqliteDialect(), databases::sqliteFile, CrashStory.SQLITE, Action.ROLL_BACK);
  }

  private void tryAll(
      Dialect dialect, Supplier<TestDatabase> maker, CrashStory story, Action action)
      throws Exception {
    WhimbrelDirectory directory = story.writeInto(folder);
    List<String> calls = new ArrayList<>();
    Remains wanted = undisturbed(dialect, maker, directory, action, calls);
    List<String> table = new ArrayList<>();
    int step = Integer.getInteger("laws.tries") == null ? SAMPLE : 1;
    int last = Math.min(calls.size(), Integer.getInteger("laws.to", calls.size()));
    for (int point = FROM; point <= last; point += step) {
      for (Moment moment : Moment.values()) {
        String line = "%3d %-6s %s".formatted(point, moment, calls.get(point - 1));
        Remains found = killed(dialect, maker, directory, action, point, moment);
        assertThat(found).as(line).isEqualTo(wanted);
        table.add(line + "  -> same schema, same rows, each once");
      }
    }
    write(dialect, action, table);
  }

  /** On a connection as those that are killed have it, so that calls have the same numbers. */
  private static Remains undisturbed(
      Dialect dialect,
      Supplier<TestDatabase> maker,
      WhimbrelDirectory directory,
      Action action,
      List<String> calls) {
    try (var database = maker.get()) {
      prepare(database, dialect, directory, action);
      try (var opened = JdbcSession.open(database.url())) {
        var session = new HaltingSession(opened, number -> {});
        action.perform(session, dialect, directory);
        calls.addAll(session.calls());
      }
      return Remains.of(database.session(), dialect);
    }
  }

  private Remains killed(
      Dialect dialect,
      Supplier<TestDatabase> maker,
      WhimbrelDirectory directory,
      Action action,
      int point,
      Moment moment)
      throws Exception {
    try (var database = maker.get()) {
      prepare(database, dialect, directory, action);
      HaltedRun.start(database.url(), folder, action, point, moment).kill();
      try (var next = JdbcSession.open(database.url())) {
        finish(next, dialect, directory, action);
      }
      return Remains.of(database.session(), dialect);
    }
  }

  private static void prepare(
      TestDatabase database, Dialect dialect, WhimbrelDirectory directory, Action action) {
    if (action == Action.ROLL_BACK) {
      Action.MIGRATE.perform(database.session(), dialect, directory);
    }
  }

  /** A way back that had come to its end is not gone a second time. */
  private static void finish(
      JdbcSession session, Dialect dialect, WhimbrelDirectory directory, Action action) {
    boolean over =
        action == Action.ROLL_BACK
            && !session
                .query("SELECT 1 AS there FROM _whimbrel_history WHERE state = 'rolled_back'")
                .isEmpty();
    if (!over) {
      action.perform(session, dialect, directory);
    }
  }

  private static void write(Dialect dialect, Action action, List<String> table) throws IOException {
    Path target = Files.createDirectories(Path.of("target", "crashes"));
    Files.write(
        target.resolve(
            "%s-%s-%03d.txt"
                .formatted(dialect.name(), action.name().toLowerCase(Locale.ROOT), FROM)),
        table);
  }
}
