package dev.whimbrel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.migrate.jdbc.JdbcSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people do to a database of their own: push, reset, drop, seed. */
class DevelopTest {
  private static final String CONFIGURATION =
      """
      dialect: sqlite
      schema: schema.sql
      database: {url: "sqlite:app.db"}
      environments:
        production: {protected: true}
      """;
  private static final String USERS =
      "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, legacy_id TEXT);";

  @TempDir Path folder;

  @Test
  void pushGivesTheDatabaseTheShapeOfTheSchema() {
    var workplace = project(USERS);
    assertThat(workplace.whimbrel("push", "--dry-run").out()).contains("CREATE TABLE `users`");
    assertThat(workplace.whimbrel("push").out()).isEqualTo("create table users\n");
    assertThat(workplace.whimbrel("push").out()).startsWith("Nothing to do");
    assertThat(workplace.folder().resolve("migrations")).doesNotExist();
  }

  @Test
  void pushLosesNothingThatNobodyNamed() {
    var workplace = project(USERS);
    workplace.whimbrel("push");
    run("INSERT INTO users VALUES (1, 'ann', 'x'), (2, 'bob', NULL)");
    workplace.file("schema.sql", "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT);");
    var refused = workplace.whimbrel("push");
    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.err())
        .contains("1 value of users.legacy_id")
        .endsWith("next: whimbrel push --accept users.legacy_id\n");
    assertThat(one("SELECT count(legacy_id) AS x FROM users")).isEqualTo("1");
    assertThat(workplace.whimbrel("push", "--accept", "users.legacy_id").out())
        .isEqualTo("drop column users.legacy_id\n");
    assertThat(one("SELECT count(*) AS x FROM users")).isEqualTo("2");
  }

  @Test
  void pushDropsWhatIsEmptyWithoutAsking() {
    var workplace = project(USERS);
    workplace.whimbrel("push");
    workplace.file("schema.sql", "CREATE TABLE posts (id INTEGER PRIMARY KEY);");
    var decided = workplace.file("d.txt", "create table posts");
    assertThat(decided.whimbrel("push").err()).contains("it is not clear what is new");
    assertThat(decided.whimbrel("push", "--decisions", "d.txt").out())
        .contains("drop table users", "create table posts");
  }

  @Test
  void pushFillsAColumnThatMayNoLongerBeNull() {
    var workplace = project(USERS);
    workplace.whimbrel("push");
    run("INSERT INTO users VALUES (1, 'ann', 'x'), (2, NULL, NULL)");
    workplace.file("schema.sql", USERS.replace("name TEXT", "name TEXT NOT NULL"));
    assertThat(workplace.whimbrel("push").err())
        .contains("1 row of `users` has NULL in `name`", "(id 2)", "--fill \"users.name=…\"");
    workplace.whimbrel("push", "--fill", "users.name='number ' || id");
    assertThat(one("SELECT group_concat(name) AS x FROM users")).isEqualTo("ann,number 2");
    assertThat(workplace.whimbrel("push", "--fill", "users.nam='x'").err())
        .contains("--fill users.nam names no column");
  }

  @Test
  void generateFillsANewColumnToo() {
    var workplace = project(USERS);
    workplace.whimbrel("generate", "--name", "users");
    workplace.whimbrel("migrate");
    run("INSERT INTO users VALUES (1, 'ann', 'x')");
    workplace.file("schema.sql", USERS.replace("name TEXT", "name TEXT, age INT NOT NULL"));
    workplace.whimbrel("generate", "--name", "age", "--fill", "users.age=length(name)");
    assertThat(workplace.whimbrel("migrate").exitCode()).isZero();
    assertThat(one("SELECT age AS x FROM users")).isEqualTo("3");
    assertThat(workplace.whimbrel("generate").out()).startsWith("Nothing to do");
  }

  @Test
  void resetRemovesTheFilesAndMigratesAgain() throws IOException {
    var workplace = project(USERS);
    workplace.whimbrel("generate", "--name", "users");
    workplace.whimbrel("migrate");
    run("INSERT INTO users VALUES (1, 'ann', 'x')");
    Files.writeString(folder.resolve("app.db-wal"), "");
    assertThat(workplace.whimbrel("reset").err()).contains("next: whimbrel reset --accept app.db");
    assertThat(one("SELECT count(*) AS x FROM users")).isEqualTo("1");
    var reset = workplace.whimbrel("reset", "--accept", "app.db");
    assertThat(reset.out()).contains("removed ", "app.db\n", "applied 20260304050607_users");
    assertThat(one("SELECT count(*) AS x FROM users")).isEqualTo("0");
  }

  @Test
  void resetLeavesAFileAloneThatIsNoDatabase() {
    var workplace = project(USERS).file("app.db", "dear diary");
    var refused = workplace.whimbrel("reset", "--accept", "app.db");
    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.err()).contains("another kind of file");
    assertThat(folder.resolve("app.db")).hasContent("dear diary");
  }

  @Test
  void dropTakesEverythingOut() {
    var workplace = project(USERS + "CREATE VIEW v AS SELECT id FROM users;");
    workplace.whimbrel("generate", "--name", "users");
    workplace.whimbrel("migrate");
    run("INSERT INTO users VALUES (1, 'ann', 'x')");
    assertThat(workplace.whimbrel("drop").err()).contains("1 row of users", "--accept app.db");
    assertThat(workplace.whimbrel("drop", "--accept", "app.db").out())
        .contains("drop table users", "drop view v");
    assertThat(one("SELECT count(*) AS x FROM sqlite_schema")).isEqualTo("0");
    assertThat(workplace.whimbrel("migrate").out()).startsWith("applied");
  }

  @Test
  void seedRunsSqlOrACommand() {
    var workplace = project(USERS);
    workplace.whimbrel("push");
    assertThat(workplace.whimbrel("seed").err()).contains("does not say what the seed is");
    workplace
        .file("whimbrel.yaml", CONFIGURATION + "seed: seeds\n")
        .file(
            "seeds/1.sql",
            "INSERT INTO users (name) VALUES ('a;b');\nINSERT INTO users (name) VALUES ('c');")
        .file(
            "seeds/2.sql",
            "INSERT INTO users (name) VALUES ('d'); INSERT INTO nowhere VALUES (1);");
    assertThat(workplace.whimbrel("seed").err()).contains("2.sql failed, and nothing of it");
    assertThat(one("SELECT group_concat(name) AS x FROM users")).isEqualTo("a;b,c");
    workplace.file(
        "whimbrel.yaml",
        CONFIGURATION + "seed: {command: 'echo \"$DATABASE_URL\" > url; exit 3'}\n");
    assertThat(workplace.whimbrel("seed").err()).contains("ended with exit code 3");
    assertThat(folder.resolve("url")).content().startsWith("jdbc:sqlite:").contains("app.db");
  }

  @ParameterizedTest
  @ValueSource(strings = {"push", "reset", "drop", "seed"})
  void aProtectedEnvironmentIsLeftAlone(String command) {
    var workplace = project(USERS);
    workplace.whimbrel("push");
    run("INSERT INTO users VALUES (1, 'ann', 'x')");
    var refused = workplace.whimbrel(command, "--env", "production", "--yes");
    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.err()).contains(command + " is for development", "marks this environment");
    assertThat(one("SELECT count(*) AS x FROM users")).isEqualTo("1");
  }

  private Workplace project(String schema) {
    return new Workplace(folder, "")
        .file("whimbrel.yaml", CONFIGURATION)
        .file("schema.sql", schema);
  }

  private void run(String sql) {
    try (JdbcSession session = open()) {
      session.execute(sql);
    }
  }

  private String one(String query) {
    try (JdbcSession session = open()) {
      return session.query(query).getFirst().text("x");
    }
  }

  private JdbcSession open() {
    return JdbcSession.open(
        "sqlite:" + folder.resolve("app.db"), Optional.empty(), Optional.empty());
  }
}
