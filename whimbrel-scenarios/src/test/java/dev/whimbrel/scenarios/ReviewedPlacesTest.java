package dev.whimbrel.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code review} looks at where paths are named. */
class ReviewedPlacesTest {
  private static final String USERS = "CREATE TABLE users (id integer PRIMARY KEY, age integer);";
  private static final String NO_AGE = "ALTER TABLE users DROP COLUMN age;";
  private static final String FIRST = "20260101000000_first";
  private static final String SECOND = "20260102000000_second";

  @TempDir private Path folder;

  @Test
  void speaksTheDialectOfTheProjectInAnyFolder() {
    CommandLine line =
        project("dialect: sqlite\n")
            .file("other/20260101000000_odd/migration.sql", "CREATE TABLE t (a int);")
            .file("other/20260101000000_odd/snapshot.json", "");
    for (String place : new String[] {"migrations", "other"}) {
      assertThat(line.whimbrel("review", place).out())
          .contains("0_", ": ")
          .doesNotContain("seen: ");
    }
  }

  @Test
  void keepsTheConventionsOfTheProjectInAnyFolder() {
    CommandLine line =
        project("dialect: postgresql\nconventions: {tables: off}\n")
            .file("other/V1__user.sql", "CREATE TABLE a_user (id bigint PRIMARY KEY);");
    assertThat(line.whimbrel("review", "other", "--untried", "--advice").out())
        .contains("V1__user")
        .doesNotContain("[table-name]");
  }

  @Test
  void speaksTheDialectThatIsNamedWithIt() {
    CommandLine line = project("dialect: postgresql\n");
    assertThat(line.whimbrel("review", "migrations", "--dialect", "sqlite").out())
        .contains("[drop-column]")
        .doesNotContain("seen: ");
    assertThat(line.whimbrel("review", "migrations").out()).contains("seen: ");
  }

  @Test
  void takesTheFolderOfAMigrationForTheMigration() {
    CommandLine line = project("dialect: postgresql\n");
    assertThat(line.whimbrel("review", "migrations/" + SECOND + "/", "--untried").out())
        .contains(SECOND)
        .doesNotContain(FIRST);
    assertThat(
            new CommandLine(folder.resolve("migrations"))
                .whimbrel("review", FIRST, "--untried")
                .out())
        .contains(FIRST)
        .doesNotContain(SECOND);
  }

  @Test
  void isToldOfAFolderThatHoldsNoMigrations() {
    CommandLine line = new CommandLine(folder).file("db/changes/a.sql", NO_AGE);
    CommandLine.Ending refused = line.whimbrel("review", "db/changes/");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.out()).contains("db/changes", "whimbrel review db/changes/*.sql");
  }

  @Test
  void isOneFolderOrScriptsAndNotBoth() {
    CommandLine line =
        new CommandLine(folder)
            .file("a/V1__users.sql", USERS)
            .file("b/V1__users.sql", USERS)
            .file("extra.sql", NO_AGE);
    assertThat(line.whimbrel("review", "a", "b").exitCode()).isEqualTo(2);
    assertThat(line.whimbrel("review", "a", "extra.sql").out())
        .contains("one folder of migrations by itself");
  }

  @Test
  void tellsScriptsOfTheSameNameApart() {
    CommandLine line =
        project("dialect: postgresql\n")
            .file("a/schema.sql", "CREATE TABLE ones (id bigint PRIMARY KEY);")
            .file("b/schema.sql", "CREATE TABLE twos (id bigint PRIMARY KEY); DROP TABLE ones;")
            .file("other/" + FIRST + "/migration.sql", "DROP TABLE users;");
    assertThat(line.whimbrel("review", "a/schema.sql", "b/schema.sql", "--untried").out())
        .contains("b/schema: ", "b/schema.sql:1:", "| CREATE TABLE twos")
        .contains("schema: no findings");
    assertThat(line.whimbrel("review", "other/" + FIRST + "/migration.sql", "--untried").out())
        .contains("other/" + FIRST + "/migration.sql:1:", "| DROP TABLE users;");
    assertThat(line.whimbrel("review", "b/schema.sql", "./b/schema.sql", "--untried").out())
        .containsOnlyOnce("| CREATE TABLE twos");
  }

  private CommandLine project(String configuration) {
    return new CommandLine(folder)
        .file("whimbrel.yaml", configuration)
        .migration(FIRST, USERS, "DROP TABLE users;")
        .migration(SECOND, NO_AGE, "ALTER TABLE users ADD COLUMN age integer;");
  }
}
