package dev.whimbrel.migrate.run;

import static dev.whimbrel.migrate.run.Workshop.FIRST;
import static dev.whimbrel.migrate.run.Workshop.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.whimbrel.migrate.directory.WhimbrelDirectory;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.migrate.run.Failure.Outcome;
import dev.whimbrel.scratch.ScratchDatabase;
import dev.whimbrel.scratch.ScratchServer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs on a real PostgreSQL: what only a server can show. */
class PostgresRunTest {
  static ScratchServer server;

  @TempDir Path folder;
  ScratchDatabase database;
  JdbcSession session;
  Migrator migrator;
  WhimbrelDirectory directory;

  @BeforeAll
  static void start() {
    server = ScratchServer.embedded();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void open() {
    database = server.create();
    session = session();
    directory = new WhimbrelDirectory(folder);
    migrator =
        new Migrator(session, SmallDialect.POSTGRES, directory, event -> {}, Clock.systemUTC());
    directory.add(FIRST, Map.of("migration.sql", "CREATE TABLE users (id int);\n"));
  }

  @AfterEach
  void close() {
    session.close();
    database.close();
  }

  @Test
  void keepsItsHistoryInASchemaOfItsOwn() {
    assertThat(migrator.migrate(Optional.empty()).applied()).containsExactly(FIRST);
    assertThat(migrator.migrate(Optional.empty()).applied()).isEmpty();
    assertThat(session.query("SELECT id FROM whimbrel.history")).hasSize(1);
  }

  @Test
  void saysWhereWhatAndWhatToDoWithTheServersHint() {
    directory.add(
        SECOND,
        Map.of(
            "migration.sql",
            """
            CREATE TABLE tags ("🦉" text, name text);
            INSERT INTO tags VALUES ('🦉', '?');

            UPDATE tags
              SET "🦉" = '🦉' WHERE nam = '';
            """));
    var thrown =
        catchThrowableOfType(
            MigrationFailedException.class, () -> migrator.migrate(Optional.empty()));
    Failure failure = thrown.failure();
    assertThat(failure.sqlState()).contains("42703");
    assertThat(failure.message()).isEqualTo("ERROR: column \"nam\" does not exist");
    assertThat(failure.hint()).hasValueSatisfying(hint -> assertThat(hint).contains("tags.name"));
    assertThat(failure.place())
        .hasValueSatisfying(place -> {
          assertThat(place.line()).isEqualTo(5);
          assertThat(place.column()).isEqualTo(23);
        });
    assertThat(session.query("SELECT 1 WHERE to_regclass('tags') IS NOT NULL")).isEmpty();
    assertThat(migrator.status().getLast().state()).isEqualTo(MigrationStatus.State.FAILED);
  }

  @Test
  void saysWhatIsKnownWhenTheDatabaseGoesAway() {
    directory.add(
        SECOND,
        Map.of(
            "migration.sql",
            "CREATE TABLE tags (id int);\nSELECT pg_terminate_backend(pg_backend_pid());\n"));
    var thrown =
        catchThrowableOfType(
            MigrationFailedException.class, () -> migrator.migrate(Optional.empty()));
    assertThat(thrown.failure().outcome()).isEqualTo(Outcome.CONNECTION_LOST);
    assertThat(thrown.failure().committed()).containsExactly(FIRST);
    assertThat(thrown)
        .hasMessageContaining("The database went away during " + SECOND)
        .hasMessageContaining("migration.sql:2:1")
        .hasMessageContaining("When the database is back, run \"whimbrel migrate\"");
    try (var again = session()) {
      assertThat(again.query("SELECT id FROM whimbrel.history")).hasSize(1);
    }
  }

  @Test
  void leavesItToTheHistoryWhenTheDatabaseGoesAwayDuringTheCommit() {
    session.execute(
        "CREATE FUNCTION leave() RETURNS trigger LANGUAGE plpgsql AS"
            + " 'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END'");
    session.execute("CREATE TABLE gates (id int)");
    session.execute(
        "CREATE CONSTRAINT TRIGGER gate AFTER INSERT ON gates DEFERRABLE INITIALLY DEFERRED"
            + " FOR EACH ROW EXECUTE FUNCTION leave()");
    directory.add(SECOND, Map.of("migration.sql", "INSERT INTO gates VALUES (1);\n"));
    var thrown =
        catchThrowableOfType(
            MigrationFailedException.class, () -> migrator.migrate(Optional.empty()));
    assertThat(thrown.failure().outcome()).isEqualTo(Outcome.COMMIT_UNKNOWN);
    assertThat(thrown)
        .hasMessageContaining("the database decides")
        .hasMessageContaining("run \"whimbrel status\"");
  }

  private JdbcSession session() {
    return JdbcSession.open(
        database.url(), Optional.of(database.user()), Optional.of(database.password()));
  }
}
