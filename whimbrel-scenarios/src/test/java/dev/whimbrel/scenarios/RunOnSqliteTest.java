package dev.whimbrel.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.directory.WhimbrelDirectory;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.migrate.run.MigrationFailedException;
import dev.whimbrel.migrate.run.Migrator;
import dev.whimbrel.sqlite.SqliteDialect;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Migrations with SQLite's own lock, transaction and splitter around them. */
class RunOnSqliteTest {
  private static final MigrationId FIRST = new MigrationId("20260101000000_tables");
  private static final MigrationId REBUILD = new MigrationId("20260102000000_rebuild");

  @TempDir Path folder;
  WhimbrelDirectory directory;

  @BeforeEach
  void write() {
    directory = new WhimbrelDirectory(folder.resolve("migrations"));
    directory.add(
        FIRST,
        Map.of(
            "migration.sql",
            """
            CREATE TABLE users (id INTEGER PRIMARY KEY);
            CREATE TABLE posts (
              id INTEGER PRIMARY KEY,
              user_id INTEGER REFERENCES users (id) ON DELETE CASCADE
            );
            INSERT INTO users VALUES (1);
            INSERT INTO posts VALUES (1, 1);
            """));
  }

  @Test
  void keepsTheRowsThatReferToARebuiltTable() {
    addRebuild("INSERT INTO users_new SELECT id, 'x' FROM users;");
    try (var session = session()) {
      session.execute("PRAGMA foreign_keys=1");
      assertThat(migrator(session).migrate(Optional.empty()).applied())
          .containsExactly(FIRST, REBUILD);
      assertThat(session.query("SELECT * FROM posts")).hasSize(1);
    }
  }

  @Test
  void takesBackARebuildThatLosesWhatRowsReferTo() {
    addRebuild("SELECT 1;");
    try (var session = session()) {
      assertThatThrownBy(() -> migrator(session).migrate(Optional.empty()))
          .isInstanceOf(MigrationFailedException.class)
          .hasMessageContaining("rows would refer to rows that are not there");
      assertThat(session.query("SELECT id FROM users")).hasSize(1);
    }
  }

  @Test
  void rehearsesARebuild() {
    try (var session = session()) {
      migrator(session).migrate(Optional.empty());
      addRebuild("INSERT INTO users_new SELECT id, 'x' FROM users;");
      var dryRun = migrator(session).dryRun(Optional.empty());
      assertThat(dryRun.parts().getFirst().statements())
          .contains("DROP TABLE users", "BEGIN IMMEDIATE", "COMMIT");
      assertThat(migrator(session).status().getLast().state().isPending()).isTrue();
    }
  }

  /** As on a full disk, which SQLite reports with the same words. */
  @Test
  void keepsNothingWhereThereIsNoRoomAndGoesOnWhenThereIs() {
    directory.add(
        REBUILD,
        Map.of(
            "migration.sql",
            "CREATE TABLE big (text TEXT);\nINSERT INTO big VALUES (zeroblob(1000000));\n"));
    try (var session = session()) {
      session.query("PRAGMA max_page_count = 20");
      assertThatThrownBy(() -> migrator(session).migrate(Optional.empty()))
          .isInstanceOf(MigrationFailedException.class)
          .hasMessageContaining("SQLITE_FULL")
          .hasMessageContaining("Make room")
          .hasMessageContaining("nothing of it was kept");
      assertThat(session.query("SELECT 1 FROM sqlite_schema WHERE name = 'big'")).isEmpty();
    }
    try (var session = session()) {
      assertThat(migrator(session).migrate(Optional.empty()).applied()).containsExactly(REBUILD);
    }
  }

  @Test
  void letsTwoRunsEndWell() throws Exception {
    addRebuild("INSERT INTO users_new SELECT id, 'x' FROM users;");
    var barrier = new CyclicBarrier(2);
    try (var threads = Executors.newFixedThreadPool(2)) {
      var one = threads.submit(() -> applied(barrier));
      var other = threads.submit(() -> applied(barrier));
      assertThat(one.get() + other.get()).isEqualTo(2);
    }
  }

  private int applied(CyclicBarrier barrier) throws Exception {
    try (var session = session()) {
      barrier.await();
      return migrator(session).migrate(Optional.empty()).applied().size();
    }
  }

  private void addRebuild(String copy) {
    directory.add(
        REBUILD,
        Map.of(
            "migration.sql",
            """
            PRAGMA foreign_keys=OFF;
            CREATE TABLE users_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
            %s
            DROP TABLE users;
            ALTER TABLE users_new RENAME TO users;
            PRAGMA foreign_keys=ON;
            """
                .formatted(copy)));
  }

  private Migrator migrator(JdbcSession session) {
    return new Migrator(session, new SqliteDialect(), directory, event -> {}, Clock.systemUTC());
  }

  private JdbcSession session() {
    return JdbcSession.open(
        "sqlite:" + folder.resolve("app.db"), Optional.empty(), Optional.empty());
  }
}
