package dev.whimbrel.scenarios.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.directory.WhimbrelDirectory;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.migrate.run.Migrator;
import dev.whimbrel.sqlite.SqliteDialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A rebuild on a disk that is full, or may not be written to: one of memory, which whoever runs
 * this has to be allowed to mount.
 */
class FullDiskTest {
  private static final String REBUILD =
      """
      CREATE TABLE __new_t (a text NOT NULL, b integer);
      INSERT INTO __new_t(a) SELECT a FROM t;
      DROP TABLE t;
      ALTER TABLE __new_t RENAME TO t;
      CREATE INDEX t_a ON t (a);
      """;

  @TempDir Path folder;
  private Path disk = Path.of("");

  @BeforeEach
  void mount() throws Exception {
    disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk.toString()),
        "no file system may be mounted here");
  }

  @AfterEach
  void unmount() throws Exception {
    if (Files.exists(disk)) {
      run("umount", "-l", disk.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"delete", "wal"})
  void whatWasThereIsThereAndTheNextRunFinishes(String journal) throws Exception {
    try (JdbcSession ours = made(journal)) {
      assertThatThrownBy(() -> migrate(ours))
          .hasMessageContaining("SQLITE_FULL")
          .hasMessageContaining("make room")
          .hasMessageContaining("nothing of it was kept");
      assertThat(ours.query("SELECT a FROM t")).hasSize(2000);
      assertThat(ours.query("PRAGMA integrity_check").getFirst().values()).containsValue("ok");
      assertThat(run("mount", "-o", "remount,size=20m", disk.toString())).isTrue();
      migrate(ours);
      assertThat(ours.query("SELECT b FROM t")).hasSize(2000);
    }
  }

  @Test
  void aDiskThatMayOnlyBeReadSaysSo() throws Exception {
    made("delete").close();
    assertThat(run("mount", "-o", "remount,ro", disk.toString())).isTrue();
    try (JdbcSession ours = open()) {
      assertThatThrownBy(() -> migrate(ours)).hasMessageContaining("SQLITE_READONLY");
      assertThat(ours.query("SELECT a FROM t")).hasSize(2000);
    }
  }

  private JdbcSession made(String journal) {
    JdbcSession session = open();
    session.query("PRAGMA journal_mode=" + journal);
    session.execute("CREATE TABLE t (a text)");
    session.execute(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)"
            + " INSERT INTO t SELECT hex(randomblob(220)) FROM n");
    session.query("PRAGMA wal_checkpoint(TRUNCATE)");
    return session;
  }

  private JdbcSession open() {
    return JdbcSession.open("sqlite:" + disk.resolve("app.db"), Optional.empty(), Optional.empty());
  }

  private void migrate(JdbcSession session) {
    var directory = new WhimbrelDirectory(folder.resolve("migrations"));
    var id = new MigrationId("20260101000000_rebuild");
    if (directory.migrations().isEmpty()) {
      directory.add(id, Map.of("migration.sql", REBUILD));
    }
    Duration patience = Duration.ofSeconds(20);
    new Migrator(session, new SqliteDialect(), directory, event -> {}, Clock.systemUTC(), patience)
        .migrate(Optional.empty());
  }

  private static boolean run(String... command) throws Exception {
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException missing) {
      return false;
    }
  }
}
