package dev.whimbrel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A schema that is written as SQL. */
class SqlSchemaTest {
  private static final String FILE =
      "dialect: sqlite\nschema: schema.sql\ndatabase: {url: \"sqlite:app.db\"}\n";
  private static final String FOLDER = FILE.replace("schema.sql", "schema");

  @TempDir Path folder;

  @Test
  void becomesAMigrationAndThenNothingMore() {
    var workplace =
        project(FILE).file("schema.sql", "CREATE TABLE users(id INTEGER PRIMARY KEY, name TEXT);");
    assertThat(workplace.whimbrel("generate", "--name", "users").out())
        .contains("create table users");
    assertThat(workplace.whimbrel("migrate").out()).startsWith("applied");
    assertThat(workplace.whimbrel("generate").out()).startsWith("Nothing to do");
  }

  @Test
  void mayBeInAnyOrderInAnyFile() {
    var workplace =
        project(FOLDER)
            .file(
                "schema/a.sql",
                """
                BEGIN;
                CREATE TRIGGER touch AFTER UPDATE ON posts BEGIN
                  UPDATE users SET seen = 1 WHERE id = new.author;
                END;
                CREATE INDEX posts_author ON posts(author) WHERE author > 0;
                CREATE VIEW titles AS SELECT title FROM posts;
                COMMIT;
                """)
            .file("schema/b.sql", "CREATE TABLE posts(title TEXT, author REFERENCES users(id));")
            .file("schema/c/users.sql", "CREATE TABLE users(id INTEGER PRIMARY KEY, seen INT);");
    var generated = workplace.whimbrel("generate", "--name", "all");
    assertThat(generated.err()).isEmpty();
    assertThat(generated.out())
        .contains("create table posts")
        .contains("create trigger touch on posts")
        .contains("create view titles");
    assertThat(workplace.whimbrel("migrate").exitCode()).isZero();
  }

  @Test
  void saysInWhichFileAndLineTheDatabaseStumbles() {
    var workplace = project(FOLDER).file("schema/x.sql", "\n\nCREATE INDEX i ON nowhere(a);\n");
    var ending = workplace.whimbrel("generate");
    assertThat(ending.exitCode()).isEqualTo(2);
    assertThat(ending.err())
        .contains("x.sql, line 3: ")
        .contains("no such table: main.nowhere")
        .contains("Mend the file");
  }

  @Test
  void refusesAViewOfWhatIsNotThere() {
    var workplace = project(FILE).file("schema.sql", "CREATE VIEW v AS SELECT a FROM nowhere;");
    assertThat(workplace.whimbrel("generate").err())
        .contains("The view v of the schema cannot be read")
        .contains("no such table: main.nowhere");
  }

  @Test
  void isWrittenInOneLanguage() {
    var workplace =
        project("dialect: sqlite\nschema: [a.sql, java]\n")
            .file("a.sql", "CREATE TABLE a(b);")
            .file("java/Users.java", Workplace.USERS);
    assertThat(workplace.whimbrel("generate").err()).contains("names SQL and Java as the schema");
  }

  @Test
  void isPulledIntoItsFile() {
    var workplace = project(FILE).file("schema.sql", "CREATE TABLE a(b TEXT) STRICT;");
    workplace.whimbrel("generate", "--name", "a");
    workplace.whimbrel("migrate");
    assertThat(workplace.whimbrel("pull").err()).contains("schema.sql would be overwritten");
    assertThat(workplace.whimbrel("pull", "--force").exitCode()).isZero();
    assertThat(workplace.files().get("schema.sql")).contains("CREATE TABLE `a`").contains("STRICT");
    assertThat(workplace.whimbrel("generate").out()).startsWith("Nothing to do");
  }

  private Workplace project(String configuration) {
    return new Workplace(folder, "").file("whimbrel.yaml", configuration);
  }
}
