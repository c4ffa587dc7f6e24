package dev.whimbrel.scenarios.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.LockedException;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.directory.WhimbrelDirectory;
import dev.whimbrel.migrate.jdbc.ConnectionException;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.migrate.run.MigrationFailedException;
import dev.whimbrel.migrate.run.Migrator;
import dev.whimbrel.sqlite.SqliteDialect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Migrations beside an application that reads and writes, and on files that are not as they should.
 */
class BesideAnApplicationTest {
  private static final String REBUILD =
      """
      PRAGMA foreign_keys=OFF;
      CREATE TABLE __new_t (a text NOT NULL, b integer);
      INSERT INTO __new_t(a) SELECT a FROM t;
      DROP TABLE t;
      ALTER TABLE __new_t RENAME TO t;
      PRAGMA foreign_keys=ON;
      """;

  @TempDir Path folder;
  private WhimbrelDirectory directory;

  @BeforeEach
  void write() {
    directory = new WhimbrelDirectory(folder.resolve("migrations"));
    directory.add(new MigrationId("20260101000000_rebuild"), Map.of("migration.sql", REBUILD));
  }

  @Test
  void aReaderKeepsItsSnapshotWhileTheTableIsRebuilt() {
    try (JdbcSession app = made("wal");
        JdbcSession ours = open(file())) {
      app.execute("BEGIN");
      assertThat(app.query("SELECT * FROM t").getFirst().values()).containsOnlyKeys("a");
      migrate(ours);
      assertThat(app.query("SELECT * FROM t").getFirst().values()).containsOnlyKeys("a");
      app.execute("COMMIT");
      assertThat(app.query("SELECT * FROM t").getFirst().values()).containsOnlyKeys("a", "b");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"wal", "delete"})
  void aWriterIsWaitedForAndItsRowsAreKept(String journal) throws Exception {
    try (JdbcSession app = made(journal);
        JdbcSession ours = open(file())) {
      app.execute("BEGIN IMMEDIATE");
      app.execute("INSERT INTO t VALUES ('late')");
      var leaving =
          CompletableFuture.runAsync(
              () -> app.execute("COMMIT"),
              CompletableFuture.delayedExecutor(400, TimeUnit.MILLISECONDS));
      migrate(ours);
      leaving.get();
      assertThat(app.query("SELECT a FROM t")).hasSize(2);
    }
  }

  @Test
  void aWriterThatStaysIsNamedAndNothingIsBegun() {
    try (JdbcSession app = made("wal");
        JdbcSession ours = open(file())) {
      app.execute("BEGIN IMMEDIATE");
      assertThatThrownBy(() -> migrator(ours, Duration.ofMillis(200)).migrate(Optional.empty()))
          .isInstanceOf(LockedException.class)
          .hasMessageContaining("app.db");
      app.execute("COMMIT");
      assertThat(app.query("SELECT name FROM sqlite_schema")).hasSize(1);
    }
  }

  @Test
  void aFullDiskTakesEverythingBack() {
    try (JdbcSession ours = made("delete")) {
      ours.execute(
          "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)"
              + " INSERT INTO t SELECT hex(randomblob(50)) FROM n");
      long pages = ours.query("PRAGMA page_count").getFirst().number("page_count");
      ours.query("PRAGMA max_page_count=" + (pages + 12));
      assertThatThrownBy(() -> migrate(ours))
          .isInstanceOf(MigrationFailedException.class)
          .hasMessageContaining("SQLITE_FULL")
          .hasMessageContaining("make room");
      assertThat(ours.query("SELECT a FROM t")).hasSize(2001);
      assertThat(ours.query("PRAGMA integrity_check").getFirst().values()).containsValue("ok");
      ours.query("PRAGMA max_page_count=" + (pages * 10));
      migrate(ours);
    }
  }

  @Test
  void aFileThatMayOnlyBeReadSaysSo() {
    made("delete").close();
    try (JdbcSession ours = open("file:" + file() + "?mode=ro")) {
      assertThatThrownBy(() -> migrate(ours))
          .hasMessageContaining("SQLITE_READONLY")
          .satisfies(refusal ->
              assertThat(((DatabaseException) refusal).hint().orElseThrow())
                  .contains("leave mode=ro out"));
    }
  }

  @Test
  void aDamagedFileSaysSo() throws IOException {
    try (JdbcSession app = made("delete")) {
      app.execute(
          "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)"
              + " INSERT INTO t SELECT hex(randomblob(50)) FROM n");
    }
    byte[] bytes = Files.readAllBytes(Path.of(file()));
    Arrays.fill(bytes, 5000, 30_000, (byte) 0x5a);
    Files.write(Path.of(file()), bytes);
    try (JdbcSession ours = open(file())) {
      assertThatThrownBy(() -> migrate(ours))
          .hasMessageContaining("SQLITE_CORRUPT")
          .hasMessageContaining("restore a backup");
    }
    assertThat(Files.readAllBytes(Path.of(file())))
        .startsWith("SQLite format 3".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void aFileThatIsNoDatabaseSaysSo() throws IOException {
    Files.writeString(Path.of(file()), "dear diary, ".repeat(100));
    assertThatThrownBy(() -> open(file()))
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("no database of SQLite");
    assertThatThrownBy(() -> open(folder + "/nowhere/app.db"))
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("app.db");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sqlite:%s/with some blanks.db",
        "file:%s/some%%20blanks.db?cache=private",
        "jdbc:sqlite:file:%s/a b.db?busy_timeout=50",
        "sqlite::memory:"
      })
  void everyWayToWriteAPathIsAWay(String form) {
    try (JdbcSession ours =
        JdbcSession.open(form.formatted(folder), Optional.empty(), Optional.empty())) {
      ours.execute("CREATE TABLE t (a text)");
      ours.execute("INSERT INTO t VALUES ('x')");
      migrate(ours);
      assertThat(ours.query("SELECT b FROM t")).hasSize(1);
    }
    assertThat(Objects.requireNonNull(folder.toFile().list()))
        .noneMatch(name -> name.contains("%") || name.contains("?"));
  }

  private JdbcSession made(String journal) {
    JdbcSession session = open(file());
    session.query("PRAGMA journal_mode=" + journal);
    session.execute("CREATE TABLE t (a text)");
    session.execute("INSERT INTO t VALUES ('x')");
    return session;
  }

  private void migrate(JdbcSession session) {
    migrator(session, Duration.ofSeconds(20)).migrate(Optional.empty());
  }

  private Migrator migrator(JdbcSession session, Duration patience) {
    return new Migrator(
        session, new SqliteDialect(), directory, event -> {}, Clock.systemUTC(), patience);
  }

  private String file() {
    return folder.resolve("app.db").toString();
  }

  private static JdbcSession open(String file) {
    String url = file.startsWith("file:") ? file : "sqlite:" + file;
    return JdbcSession.open(url, Optional.empty(), Optional.empty());
  }
}
