package dev.whimbrel.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two people each add a migration, and neither knows of the other's. */
class BranchesTest {
  private static final String USERS = "CREATE TABLE users (id integer PRIMARY KEY, name text%s);\n";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void areJoinedWhereTheirOrderDoesNotMatter(String dialect) throws IOException {
    CommandLine line = project(dialect);
    branch(line, USERS.formatted(", age integer"), USERS.formatted(", mail text"));
    assertThat(line.whimbrel("check").out()).contains("They commute");

    assertThat(line.whimbrel("generate", "--merge").exitCode()).isZero();
    line.file("schema.sql", USERS.formatted(", age integer, mail text"));
    assertThat(line.whimbrel("generate").out()).contains("Nothing to do");
    assertThat(line.whimbrel("check").exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--dry-run", "--empty", "--fill=users.age=1", "--decisions=none.txt"})
  void areNotJoinedWhereSomethingElseIsAskedToo(String other) throws IOException {
    CommandLine line = project("sqlite");
    branch(line, USERS.formatted(", age integer"), USERS.formatted(", mail text"));
    CommandLine.Ending refused = line.whimbrel("generate", "--merge", other);
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.out()).contains("--merge", other.replaceFirst("=.*", ""), "whimbrel check");
    assertThat(folder.resolve("migrations").toFile().list()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void areFoundWhereBothMakeTheSame(String dialect) throws IOException {
    CommandLine line = project(dialect);
    branch(line, USERS.formatted(", age integer"), USERS.formatted(", age text"));
    assertConflict(line, "They conflict on users: ");
  }

  /** Each runs in either order, but a view of all columns has what was there when it was made. */
  @Test
  void areFoundWhereWhatComesOfThemDependsOnTheirOrder() throws IOException {
    CommandLine line = project("postgresql");
    line.whimbrel("create", "mine");
    Path aside = aside(line);
    line.file("schema.sql", USERS.formatted(", age integer"));
    line.whimbrel("generate", "--name", "theirs");
    Path back = folder.resolve("migrations/20300101000000_mine");
    Files.move(aside, back);
    Files.writeString(
        back.resolve("migration.sql"), "CREATE VIEW everyone AS SELECT * FROM users;");
    assertConflict(line, "what comes of it depends on the order: change view everyone");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UPDATE users SET name = upper(name) | UPDATE users SET name = concat(name, 'x')"
            + " | what the rows hold depends on the order: users.name",
        "DELETE FROM users WHERE age > 2 | UPDATE users SET age = age * 10"
            + " | what the rows hold depends on the order: users.id",
        "ALTER TABLE users ALTER age TYPE text | UPDATE users SET age = age + 1"
            + " | run after the other branch",
        "ALTER TABLE users ALTER name SET NOT NULL | INSERT INTO users (id) VALUES (99)"
            + " | run after the other branch",
        "ALTER TABLE users RENAME COLUMN name TO called | CREATE VIEW v AS SELECT name FROM users"
            + " | run after the other branch",
        "CREATE INDEX u ON users (name) | CREATE INDEX u ON users (age)"
            + " | run after the other branch",
        "ALTER TYPE mood ADD VALUE 'good' | ALTER TYPE mood ADD VALUE 'bad'"
            + " | what comes of it depends on the order",
        "DROP VIEW IF EXISTS everyone | CREATE OR REPLACE VIEW everyone AS SELECT id FROM users"
            + " | what comes of it depends on the order",
        "COMMENT ON TABLE users IS 'a' | COMMENT ON TABLE users IS 'b'"
            + " | what comes of it depends on the order",
        "ALTER TABLE users ADD a uuid DEFAULT gen_random_uuid() | ALTER TABLE users ADD b timestamptz DEFAULT clock_timestamp()"
            + " | They commute",
        "CREATE ROLE helper | CREATE TABLE more (id integer) | They commute",
        "ALTER TABLE users ADD a integer NOT NULL | CREATE INDEX u ON users (name) | They commute",
      })
  void areToldWhetherTheyFit(String mine, String theirs, String found) throws IOException {
    assumeTrue(Boolean.getBoolean("rounds.all") || mine.matches("(UPDATE|CREATE ROLE|.* uuid).*"));
    CommandLine line = project("postgresql");
    branch(line, USERS.formatted(", a integer"), USERS.formatted(", b integer"));
    write("first", "CREATE TYPE mood AS ENUM ('ok');" + USERS.formatted(", age integer"));
    write("mine", mine);
    write("theirs", theirs);
    assertThat(line.whimbrel("check").out()).contains(found);
  }

  private void write(String name, String sql) throws IOException {
    Path place = new CommandLine(folder).place(name);
    Files.writeString(place.resolve("migration.sql"), sql);
  }

  private static void assertConflict(CommandLine line, String why) {
    CommandLine.Ending found = line.whimbrel("check");
    assertThat(found.exitCode()).isEqualTo(7);
    assertThat(found.out()).contains(why);
    assertThat(line.whimbrel("generate", "--merge").exitCode()).isEqualTo(7);
    assertThat(line.whimbrel("generate").exitCode()).isEqualTo(7);
  }

  private CommandLine project(String dialect) {
    CommandLine line =
        new CommandLine(folder)
            .file("whimbrel.yaml", "dialect: " + dialect + "\nschema: schema.sql\n")
            .file("schema.sql", USERS.formatted(""));
    assertThat(line.whimbrel("generate", "--name", "first").exitCode()).isZero();
    return line;
  }

  private void branch(CommandLine line, String mine, String theirs) throws IOException {
    line.file("schema.sql", mine).whimbrel("generate", "--name", "mine");
    Path aside = aside(line);
    line.file("schema.sql", theirs).whimbrel("generate", "--name", "theirs");
    Files.move(aside, folder.resolve("migrations/20300101000000_mine"));
  }

  private Path aside(CommandLine line) throws IOException {
    return Files.move(line.place("mine"), folder.resolve("aside"));
  }
}
