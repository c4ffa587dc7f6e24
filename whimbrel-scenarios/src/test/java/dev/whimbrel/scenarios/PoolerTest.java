package dev.whimbrel.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.directory.WhimbrelDirectory;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.migrate.run.Migrator;
import dev.whimbrel.migrate.run.RunRefusedException;
import dev.whimbrel.postgres.PostgresDialect;
import dev.whimbrel.scenarios.HaltedRun.Action;
import dev.whimbrel.scenarios.HaltedRun.Moment;
import dev.whimbrel.testkit.database.SharedDatabases;
import dev.whimbrel.testkit.database.TestDatabase;
import dev.whimbrel.testkit.database.TestDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Behind a pooler in transaction mode; skipped where PgBouncer is not installed. */
@ExtendWith(SharedDatabases.class)
class PoolerTest {
  private final TestDatabases databases;
  @TempDir Path folder;
  TestDatabase database;
  Pooler pooler;
  WhimbrelDirectory directory;

  PoolerTest(TestDatabases databases) {
    this.databases = databases;
  }

  @BeforeEach
  void start() throws Exception {
    Optional<Path> program = Pooler.program();
    Assumptions.assumeTrue(program.isPresent(), "PgBouncer is not installed here");
    database = databases.postgres();
    pooler =
        Pooler.start(
            program.orElseThrow(), Files.createDirectory(folder.resolve("pooler")), database.url());
    directory = new WhimbrelDirectory(folder.resolve("migrations"));
    for (int i = 0; i < 10; i++) {
      add(i, "CREATE TABLE t%d (id int);\nINSERT INTO t%d VALUES (1);\n".formatted(i, i));
    }
  }

  @AfterEach
  void stop() {
    if (pooler != null) {
      pooler.close();
      database.close();
    }
  }

  @Test
  void fourProcessesAtOnceRunEachMigrationOnce() throws Exception {
    List<HaltedRun> runs = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      runs.add(
          HaltedRun.start(
              pooler.url(),
              folder.resolve("migrations"),
              Action.MIGRATE,
              Integer.MAX_VALUE,
              Moment.BEFORE));
    }
    for (HaltedRun run : runs) {
      assertThat(run.process().waitFor(120, TimeUnit.SECONDS)).isTrue();
      assertThat(run.process().exitValue()).isZero();
    }
    for (int i = 0; i < 10; i++) {
      assertThat(database.session().query("SELECT * FROM t" + i)).hasSize(1);
    }
    assertThat(database.session().query("SELECT 1 FROM pg_locks WHERE locktype = 'advisory'"))
        .isEmpty();
  }

  @Test
  void saysWhyNothingRunsOutsideOfATransaction() {
    add(10, "CREATE INDEX CONCURRENTLY t0_idx ON t0 (id);\n");
    try (var session = JdbcSession.open(pooler.url())) {
      var migrator =
          new Migrator(session, new PostgresDialect(), directory, event -> {}, Clock.systemUTC());
      assertThatThrownBy(() -> migrator.migrate(Optional.empty()))
          .isInstanceOf(RunRefusedException.class)
          .hasMessageContaining("is a pooler")
          .hasMessageContaining("Nothing was run");
      assertThat(database.session().query("SELECT 1 WHERE to_regclass('t0') IS NOT NULL"))
          .isEmpty();
    }
  }

  /** The pool's other users would find the search path of a script's own. */
  @Test
  void leavesNothingSetBehind() {
    add(
        10,
        """
        SET search_path = pg_catalog;
        CREATE TABLE public.u (id int);
        COMMIT;
        CREATE TABLE public.v (name name DEFAULT (current_schemas(false))[1]);
        INSERT INTO public.v DEFAULT VALUES;
        """);
    try (var session = JdbcSession.open(pooler.url())) {
      new Migrator(session, new PostgresDialect(), directory, event -> {}, Clock.systemUTC())
          .migrate(Optional.empty());
      assertThat(session.query("SELECT current_setting('search_path') AS path"))
          .first()
          .satisfies(row -> assertThat(row.text("path")).contains("public"));
      assertThat(session.query("SELECT current_setting('lock_timeout') AS timeout"))
          .first()
          .satisfies(row -> assertThat(row.text("timeout")).isEqualTo("0"));
    }
    assertThat(database.session().query("SELECT name FROM public.v").getFirst().text("name"))
        .isEqualTo("pg_catalog");
  }

  private void add(int number, String up) {
    directory.add(
        new MigrationId("202601010000%02d_step".formatted(number)), Map.of("migration.sql", up));
  }
}
