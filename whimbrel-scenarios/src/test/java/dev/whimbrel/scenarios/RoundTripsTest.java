package dev.whimbrel.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.directory.WhimbrelDirectory;
import dev.whimbrel.migrate.run.Migrator;
import dev.whimbrel.postgres.PostgresDialect;
import dev.whimbrel.sqlite.SqliteDialect;
import dev.whimbrel.testkit.database.SharedDatabases;
import dev.whimbrel.testkit.database.TestDatabase;
import dev.whimbrel.testkit.database.TestDatabases;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** How often a run speaks to the database: that is what a start waits for. */
@ExtendWith(SharedDatabases.class)
class RoundTripsTest {
  private static final int MIGRATIONS = 40;

  private final TestDatabases databases;
  @TempDir Path folder;

  RoundTripsTest(TestDatabases databases) {
    this.databases = databases;
  }

  @Test
  void areFewOnPostgres() {
    try (var database = databases.postgres()) {
      count(database, new PostgresDialect());
    }
  }

  @Test
  void areFewOnSqlite() {
    try (var database = databases.sqliteFile()) {
      count(database, new SqliteDialect());
    }
  }

  /** Beside its own statements a migration costs at most four: begin, a look, its line, commit. */
  private void count(TestDatabase database, Dialect dialect) {
    var directory = new WhimbrelDirectory(folder);
    for (int i = 0; i < MIGRATIONS; i++) {
      directory.add(
          new MigrationId("202601010000%02d_step".formatted(i)),
          Map.of(
              "migration.sql",
              "CREATE TABLE t%d (id int);\nCREATE INDEX i%d ON t%d (id);\n".formatted(i, i, i)));
    }
    assertThat(calls(database, dialect, directory).size()).isLessThan(25 + MIGRATIONS * (2 + 5));
    assertThat(calls(database, dialect, directory)).hasSizeLessThanOrEqualTo(4);
  }

  private static List<String> calls(
      TestDatabase database, Dialect dialect, WhimbrelDirectory directory) {
    var session = new HaltingSession(database.session(), number -> {});
    new Migrator(session, dialect, directory, event -> {}, Clock.systemUTC())
        .migrate(Optional.empty());
    return session.calls().stream().filter(call -> !call.equals("committed")).toList();
  }
}
