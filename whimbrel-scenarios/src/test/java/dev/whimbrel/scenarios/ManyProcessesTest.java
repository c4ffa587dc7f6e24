package dev.whimbrel.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.dialect.Session;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.directory.WhimbrelDirectory;
import dev.whimbrel.scenarios.HaltedRun.Action;
import dev.whimbrel.scenarios.HaltedRun.Moment;
import dev.whimbrel.testkit.database.SharedDatabases;
import dev.whimbrel.testkit.database.TestDatabase;
import dev.whimbrel.testkit.database.TestDatabases;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Many processes that start at once on one empty database. */
@ExtendWith(SharedDatabases.class)
class ManyProcessesTest {
  private static final int MIGRATIONS = 10;

  private final TestDatabases databases;
  @TempDir Path folder;

  ManyProcessesTest(TestDatabases databases) {
    this.databases = databases;
  }

  @Test
  void eachMigrationRunsOnceOnPostgres() throws Exception {
    try (var database = databases.postgres()) {
      runAtOnce(database, "CREATE INDEX CONCURRENTLY t%d_idx ON t%d (id);");
    }
  }

  @Test
  void eachMigrationRunsOnceOnSqlite() throws Exception {
    try (var database = databases.sqliteFile()) {
      runAtOnce(database, "CREATE INDEX t%d_idx ON t%d (id);");
    }
  }

  private void runAtOnce(TestDatabase database, String index) throws Exception {
    var directory = new WhimbrelDirectory(folder);
    for (int i = 0; i < MIGRATIONS; i++) {
      String up =
          "CREATE TABLE t%d (id int);\nINSERT INTO t%d VALUES (1);\n%s\n"
              .formatted(i, i, index.formatted(i, i));
      directory.add(
          new MigrationId("2026010100000%d_step".formatted(i)), Map.of("migration.sql", up));
    }
    int processes = Integer.getInteger("laws.tries") == null ? 6 : 16;
    List<HaltedRun> runs = new ArrayList<>();
    for (int i = 0; i < processes; i++) {
      runs.add(
          HaltedRun.start(
              database.url(), folder, Action.MIGRATE, Integer.MAX_VALUE, Moment.BEFORE));
    }
    for (HaltedRun run : runs) {
      assertThat(run.process().waitFor(120, TimeUnit.SECONDS)).isTrue();
      assertThat(run.process().exitValue()).isZero();
    }
    assertOnce(database.session());
  }

  private static void assertOnce(Session session) {
    for (int i = 0; i < MIGRATIONS; i++) {
      assertThat(session.query("SELECT * FROM t" + i)).hasSize(1);
    }
    assertThat(
            session.query(
                "SELECT id FROM _whimbrel_history WHERE state = 'applied' GROUP BY id"
                    + " HAVING count(*) = 1"))
        .hasSize(MIGRATIONS);
  }
}
