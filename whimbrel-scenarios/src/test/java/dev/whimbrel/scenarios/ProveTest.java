package dev.whimbrel.scenarios;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways back, right and wrong, and what is found of them; and reviews, as they are typed. */
class ProveTest {
  private static final String FIRST =
      "CREATE TABLE users (id integer PRIMARY KEY, name text NOT NULL, age integer CHECK (age > 17));";

  @TempDir private Path folder;

  /** What a command said and how it ended. */
  private record Ending(int exitCode, String out) {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ALTER TABLE users ADD COLUMN mail text | ALTER TABLE users DROP COLUMN mail | lossless",
        "ALTER TABLE users DROP COLUMN age | ALTER TABLE users ADD COLUMN age integer CHECK (age > 17)"
            + " | restores the structure only; empty is: users.age",
        "UPDATE users SET name = 'nobody' | SELECT 1 | loses data in: users.name",
        "CREATE INDEX a ON users (age) | SELECT 1 | leads elsewhere",
        "CREATE INDEX a ON users (age) | DROP INDEX b | does not run: down: ",
        "CREATE INDEX a ON users (age) | -- nothing | irreversible",
        "UPDATE users SET name = upper(name) | UPDATE users SET name = lower(name)"
            + " | loses data in: users.name",
        "DELETE FROM users WHERE age IS NULL | SELECT 1 | loses data in: users.id",
        "UPDATE users SET name = CASE id WHEN 1 THEN 'b' WHEN 2 THEN 'a' ELSE name END | SELECT 1"
            + " | loses data in: users (values stand in other rows)",
        "CREATE TABLE b (id integer) | DROP TABLE b; DELETE FROM users | loses data in: users.id",
      })
  void tellsWhereTheWayBackLeads(String up, String down, String verdict) throws IOException {
    for (String dialect : new String[] {"sqlite", "postgresql"}) {
      project(dialect);
      migration("20260101000000_first", FIRST, "DROP TABLE users;");
      migration("20260102000000_second", up + ";", down + ";");
      Ending ending = whimbrel("prove");

      assertThat(ending.out()).as(dialect).contains("20260102000000_second: " + verdict);
      assertThat(ending.exitCode()).isEqualTo(verdict.equals("lossless") ? 0 : 6);
      assertThat(folder.resolve("migrations/20260102000000_second/proof.json")).exists();
    }
  }

  @Test
  void goesBackInAProtectedEnvironmentOnlyWhereTheWayIsProved() throws IOException {
    project("sqlite");
    migration("20260101000000_first", FIRST, "DROP TABLE users;");
    whimbrel("migrate", "--env", "live");

    Ending refused = whimbrel("rollback", "--env", "live");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.out()).contains("not proved").contains("whimbrel prove");

    whimbrel("prove");
    assertThat(whimbrel("status", "--env", "live").out()).contains("way back: lossless");
    assertThat(whimbrel("rollback", "--env", "live").exitCode()).isZero();
  }

  @Test
  void holdsNoProofForScriptsThatChangedSince() throws IOException {
    project("sqlite");
    migration("20260101000000_first", FIRST, "DROP TABLE users;");
    whimbrel("prove");
    migration("20260101000000_first", FIRST, "DROP TABLE users; -- in another way");
    assertThat(whimbrel("status", "--env", "live").out()).contains("changed since it was proved");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "markdown", "sarif"})
  void showsWhatABlockOfCodeDoesToOthers(String form) throws IOException {
    project("postgresql");
    migration("20260101000000_first", FIRST, "DROP TABLE users;");
    migration(
        "20260102000000_second",
        """
        DO $$ BEGIN EXECUTE 'ALTER TABLE users ALTER age TYPE bigint'; END $$;
        -- whimbrel: allow drop-column because nobody ever read it
        ALTER TABLE users DROP COLUMN age;
        """,
        "SELECT 1;");
    Ending ending = whimbrel("review", "second", "--format", form);

    assertThat(ending.exitCode()).isEqualTo(6);
    assertThat(ending.out())
        .contains("seen-rewriting")
        .contains("nobody ever read it")
        .contains("it writes anew: users");
  }

  @Test
  void tellsOfAllowancesThatAllowNothingAndOfSqlFromPieces() throws IOException {
    project("postgresql");
    migration(
        "20260101000000_first",
        """
        -- whimbrel: allow drop-colum because of a slip
        CREATE FUNCTION gone(t text) RETURNS void LANGUAGE plpgsql AS
          $$ BEGIN EXECUTE 'DROP TABLE ' || t; END $$;
        CREATE FUNCTION quoted(t text) RETURNS void LANGUAGE plpgsql AS
          $$ BEGIN EXECUTE 'DROP TABLE ' || quote_ident(t); END $$;
        """,
        "SELECT 1;");
    assertThat(whimbrel("review", "first", "--untried", "--advice").out())
        .contains("drop-colum is allowed and was not found")
        .containsOnlyOnce("[dynamic-sql]");
  }

  @Test
  void failsOnlyOnWhatMattersEnough() throws IOException {
    project("postgresql");
    migration("20260101000000_first", FIRST, "DROP TABLE users;");
    migration("20260102000000_second", "CREATE INDEX a ON users (age);", "DROP INDEX a;");

    assertThat(whimbrel("review", "second", "--untried").exitCode()).isEqualTo(6);
    assertThat(whimbrel("review", "second", "--untried", "--fail-on", "dangerous").exitCode())
        .isZero();
    assertThat(whimbrel("review", "second", "--untried").out())
        .contains("      1 | CREATE INDEX a ON users (age);\n        | ~~~")
        .contains("better: CREATE INDEX CONCURRENTLY a ON users (age)");
  }

  private void project(String dialect) throws IOException {
    Files.writeString(
        folder.resolve("whimbrel.yaml"),
        """
        dialect: %s
        migrations: migrations
        environments:
          live:
            database:
              url: sqlite:live.db
            protected: true
        """
            .formatted(dialect));
  }

  private void migration(String id, String up, String down) throws IOException {
    Path place = Files.createDirectories(folder.resolve("migrations").resolve(id));
    Files.writeString(place.resolve("migration.sql"), up);
    Files.writeString(place.resolve("down.sql"), down);
  }

  private Ending whimbrel(String... arguments) {
    var bytes = new ByteArrayOutputStream();
    var out = new PrintStream(bytes, true, UTF_8);
    int exitCode = Main.run(folder, Map.of(), Clock.systemUTC(), out, out, arguments);
    return new Ending(exitCode, bytes.toString(UTF_8));
  }
}
