package dev.whimbrel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.kit.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each bad input has a clear message, and nothing is changed. */
class BadInputTest {
  private static final String WITHOUT_TRACE = "at dev.whimbrel";

  @TempDir Path folder;
  private Workplace workplace;

  @BeforeEach
  void makeWorkplace() {
    workplace = Workplace.sqlite(folder);
  }

  @AfterEach
  void leavesNoMigrationHalfWritten() {
    assertThat(workplace.files().keySet()).noneMatch(file -> file.contains("unfinished"));
  }

  @Test
  void aSchemaThatDoesNotCompile() {
    workplace.file(
        "schema/Users.java", Workplace.USERS.replace("integer(\"id\")", "integr(\"id\")"));

    refuses(2, "Users.java:3: error: cannot find symbol", "generate");
  }

  @Test
  void twoTablesOfOneName() {
    workplace.file(
        "schema/People.java",
        """
        import dev.whimbrel.sqlite.dsl.*;
        public final class People extends SqliteTable {
          public final Column<Integer> id = integer("id").primaryKey();
          public People() { super("users"); }
        }
        """);

    refuses(2, "Two tables are named users", "generate");
  }

  @Test
  void aForeignKeyToAMissingTable() {
    workplace.file(
        "schema/Posts.java",
        """
        import dev.whimbrel.sqlite.dsl.*;
        public final class Posts extends SqliteTable {
          public final Column<Integer> id = integer("id").primaryKey();
          public final Column<Integer> author = integer("author");
          { foreignKeyTo("", "authors").on(author, "id"); }
        }
        """);

    refuses(2, "posts.author refers to the table authors, which is not in the schema", "generate");
  }

  @Test
  void aFolderThatCannotBeWritten() {
    workplace.file("afile", "");
    workplace.file(
        "whimbrel.yaml", "dialect: sqlite\nschema: schema\nmigrations: afile/migrations\n");

    refuses(1, "cannot be written", "generate");
  }

  @Test
  void anUnknownConfigurationKey() {
    workplace.file("whimbrel.yaml", "dialect: sqlite\nshema: schema\n");

    refuses(2, "line 2: there is no key \"shema\" - did you mean \"schema\"?", "generate");
  }

  @Test
  void noConfigurationAtAll() throws IOException {
    var elsewhere = new Workplace(Files.createDirectories(folder.resolve("r/.git")), "");

    assertThat(elsewhere.whimbrel("status").err()).contains("There is no whimbrel.yaml here");
    assertThat(elsewhere.whimbrel("status").exitCode()).isEqualTo(2);
  }

  @Test
  void aSnapshotFromANewerVersion() {
    workplace.whimbrel("generate", "--name", "init");
    Path snapshot = workplace.migration("init").resolve("snapshot.json");
    workplace.file(folder.relativize(snapshot).toString(), "{\"version\": 7, \"new\": []}");

    refuses(2, "is a snapshot of version 7; this Whimbrel reads up to version 1", "generate");
  }

  @Test
  void aSnapshotThatIsBroken() {
    workplace.whimbrel("generate", "--name", "init");
    Path snapshot = workplace.migration("init").resolve("snapshot.json");
    workplace.file(folder.relativize(snapshot).toString(), "{\n<<<<<<< HEAD\n");

    refuses(2, "snapshot.json, line 2, column", "generate");
  }

  @Test
  void aMigrationThatWasEditedAfterItRan() {
    workplace.whimbrel("generate", "--name", "init");
    workplace.whimbrel("migrate");
    Path script = workplace.migration("init").resolve("migration.sql");
    workplace.file(folder.relativize(script).toString(), "CREATE TABLE other (id integer);");
    workplace.whimbrel("create", "more");

    refuses(1, "20260304050607_init/migration.sql was edited after it ran", "migrate");
    assertThat(workplace.whimbrel("status").out()).contains("changed").contains("pending");
    assertThat(workplace.whimbrel("status", "--check").exitCode()).isEqualTo(1);
  }

  @Test
  void aStatementThatFails() {
    workplace.whimbrel("create", "broken");
    Path script = workplace.migration("broken").resolve("migration.sql");
    workplace.file(
        folder.relativize(script).toString(), "CREATE TABLE a (id integer);\n\nCREATE TABEL b;\n");

    refuses(1, "migration.sql:3:", "migrate");
    assertThat(workplace.whimbrel("status").out()).contains("failed");
  }

  @Test
  void aWrongPassword() {
    try (EmbeddedDatabase database = EmbeddedDatabase.start()) {
      workplace.file(
          "whimbrel.yaml",
          """
          dialect: postgresql
          schema: schema
          database: {url: "%s", user: "%s", password: "quite wrong"}
          """
              .formatted(database.settings().url(), database.settings().user().orElseThrow()));
      refuses(2, "refused the password of user", "status");
      refuses(2, "refused the password of user", "migrate");
      assertThat(workplace.whimbrel("status", "--debug").err()).doesNotContain("quite wrong");
    }
  }

  private void refuses(int exitCode, String message, String... arguments) {
    var before = workplace.files();
    var ending = workplace.whimbrel(arguments);

    assertThat(ending.err()).contains(message).doesNotContain(WITHOUT_TRACE);
    assertThat(ending.exitCode()).isEqualTo(exitCode);
    assertThat(ending.out()).isEmpty();
    assertThat(workplace.files()).isEqualTo(before);
  }
}
