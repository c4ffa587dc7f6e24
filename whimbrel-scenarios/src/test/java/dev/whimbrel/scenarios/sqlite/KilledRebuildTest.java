package dev.whimbrel.scenarios.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.directory.WhimbrelDirectory;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.migrate.run.Migrator;
import dev.whimbrel.sqlite.SqliteDialect;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that is killed within a rebuild leaves what was before it, or what is after it. */
class KilledRebuildTest {
  private static final int ROWS = 100_000;
  private static final MigrationId REBUILD = new MigrationId("20260101000000_rebuild");
  private static final String BEFORE = "a text, b integer REFERENCES parents (id)";
  private static final String AFTER = "a text NOT NULL, b integer REFERENCES parents (id)";

  @TempDir Path folder;
  private WhimbrelDirectory directory;
  private int statements;

  @BeforeEach
  void write() {
    directory = new WhimbrelDirectory(folder.resolve("migrations"));
    String script = script();
    statements = new SqliteDialect().splitter().split(script).size();
    directory.add(REBUILD, Map.of("migration.sql", script));
  }

  private static String script() {
    return """
    PRAGMA foreign_keys=OFF;
    DROP TRIGGER noted;
    CREATE TABLE `__new_t` (`id` integer PRIMARY KEY AUTOINCREMENT, %s);
    INSERT INTO `__new_t`(`id`, `a`, `b`) SELECT `id`, `a`, `b` FROM `t`;
    UPDATE sqlite_sequence SET seq = coalesce((SELECT old.seq FROM sqlite_sequence AS old WHERE old.name = 't'), seq)
      WHERE name = '__new_t';
    DROP TABLE `t`;
    ALTER TABLE `__new_t` RENAME TO `t`;
    CREATE INDEX t_a ON t (a);
    CREATE TRIGGER noted AFTER DELETE ON t BEGIN SELECT 1; END;
    PRAGMA foreign_keys=ON;
    """
        .formatted(AFTER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"delete", "wal"})
  void isBeforeOrAfterAndTheNextRunFinishes(String journal, TestReporter reporter)
      throws Exception {
    Path whole = folder.resolve("whole.db");
    fill(whole, journal);
    var left = new StringBuilder();
    for (int last = 0; last <= statements + 1; last++) {
      Path file = Files.copy(whole, folder.resolve(journal + last + ".db"));
      killAt(last, file);
      boolean after = isAfter(file);
      left.append(after ? " after" : " before");
      assertThat(after).isEqualTo(last > statements);
      expectWhole(file);
      finish(file);
      assertThat(isAfter(file)).isTrue();
      expectWhole(file);
    }
    reporter.publishEntry(journal, left.toString().strip());
  }

  /** Between two statements the process waits; the last number is when all is committed. */
  private void killAt(int last, Path file) throws Exception {
    Process process = process(file, last);
    try (BufferedReader words = process.inputReader()) {
      String awaited = last > statements ? "applied" : "statement " + last;
      String word = words.readLine();
      while (word != null && !word.equals(awaited)) {
        word = words.readLine();
      }
      assertThat(word).isEqualTo(awaited);
    } finally {
      process.destroyForcibly();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  private Process process(Path file, int last) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            DyingMigration.class.getName(),
            "sqlite:" + file,
            folder.resolve("migrations").toString(),
            String.valueOf(last))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static void fill(Path file, String journal) {
    try (JdbcSession session = open(file)) {
      session.execute("PRAGMA journal_mode=" + journal);
      session.execute("CREATE TABLE parents (id integer PRIMARY KEY)");
      session.execute("INSERT INTO parents VALUES (1), (2)");
      session.execute("CREATE TABLE t (id integer PRIMARY KEY AUTOINCREMENT, " + BEFORE + ")");
      session.execute(
          "CREATE TABLE children (t_id integer NOT NULL REFERENCES t (id) ON DELETE CASCADE)");
      session.execute(
          """
          WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
          INSERT INTO t (a, b) SELECT 'row ' || i, 1 + i %% 2 FROM n\
          """
              .formatted(ROWS));
      session.execute("INSERT INTO children SELECT id FROM t WHERE id % 10 = 0");
      session.execute("CREATE INDEX t_a ON t (a)");
      session.execute("CREATE TRIGGER noted AFTER DELETE ON t BEGIN SELECT 1; END");
      session.query("PRAGMA wal_checkpoint(TRUNCATE)");
    }
  }

  private static boolean isAfter(Path file) {
    try (JdbcSession session = open(file)) {
      String kept =
          session.query("SELECT sql FROM sqlite_schema WHERE name = 't'").getFirst().text("sql");
      return kept.contains("NOT NULL");
    }
  }

  private static void expectWhole(Path file) {
    try (JdbcSession session = open(file)) {
      assertThat(
              texts(
                  session,
                  "SELECT name FROM sqlite_schema WHERE tbl_name NOT LIKE '\\_%' ESCAPE '\\'"))
          .containsExactlyInAnyOrder("parents", "t", "sqlite_sequence", "children", "t_a", "noted");
      assertThat(texts(session, "SELECT count(*) || ' ' || sum(b) AS n FROM t"))
          .containsExactly(ROWS + " " + ROWS * 3 / 2);
      assertThat(texts(session, "SELECT count(*) AS n FROM children"))
          .containsExactly(String.valueOf(ROWS / 10));
      assertThat(texts(session, "SELECT seq FROM sqlite_sequence"))
          .containsExactly(String.valueOf(ROWS));
      assertThat(texts(session, "PRAGMA integrity_check")).containsExactly("ok");
      assertThat(texts(session, "PRAGMA foreign_key_check")).isEmpty();
    }
  }

  private void finish(Path file) {
    try (JdbcSession session = open(file)) {
      new Migrator(session, new SqliteDialect(), directory, event -> {}, Clock.systemUTC())
          .migrate(Optional.empty());
    }
  }

  private static List<String> texts(JdbcSession session, String query) {
    return session.query(query).stream()
        .map(row -> String.valueOf(row.values().values().iterator().next()))
        .toList();
  }

  private static JdbcSession open(Path file) {
    return JdbcSession.open("sqlite:" + file, Optional.empty(), Optional.empty());
  }
}
