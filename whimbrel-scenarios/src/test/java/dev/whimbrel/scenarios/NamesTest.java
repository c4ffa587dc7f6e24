package dev.whimbrel.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is advised about names and about columns without an index, however it is written. */
class NamesTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE users (id int, org_id int CONSTRAINT wrong REFERENCES orgs (id));",
        "ALTER TABLE users ADD COLUMN org_id int CONSTRAINT wrong REFERENCES orgs (id);",
        "ALTER TABLE users ADD CONSTRAINT wrong FOREIGN KEY (org_id) REFERENCES orgs (id);",
      })
  void areLookedAtWhereverAForeignKeyIsDeclared(String script) {
    assertThat(advice("postgresql", script))
        .contains(
            "ALTER TABLE \"users\" RENAME CONSTRAINT \"wrong\" TO \"users_org_id_orgs_id_fk\";");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE users (status text PRIMARY KEY);",
        "CREATE TABLE users (id int, status text UNIQUE);",
        "CREATE TABLE users (id int, status text, UNIQUE (status, id));",
        "CREATE TABLE users (id int, status text);\nALTER TABLE users ADD UNIQUE (status);",
        "ALTER TABLE users ADD COLUMN status text UNIQUE;",
        "ALTER TABLE users ADD COLUMN status text, ADD PRIMARY KEY (status);",
        "ALTER TABLE users ADD COLUMN status text;\nCREATE INDEX users_x_idx ON users (status);",
      })
  void doNotAskForAnIndexThatIsThere(String script) {
    assertThat(advice("postgresql", script)).doesNotContain("unindexed-column");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE users (status text, FOREIGN KEY (status) REFERENCES states (id));",
        "CREATE TABLE users (status text REFERENCES states (id));",
        "CREATE TABLE users (status text CHECK (status <> ''));",
        "CREATE TABLE users (id int, status text, UNIQUE (id, status));",
        "CREATE TABLE users (status text);\nALTER TABLE others ADD UNIQUE (status);",
      })
  void askForAnIndexWhereAConstraintMakesNone(String script) {
    assertThat(advice("postgresql", script))
        .contains("[unindexed-column]")
        .contains("CREATE INDEX \"users_status_idx\" ON \"users\" (\"status\");");
  }

  @Test
  void countsForeignKeysOfNewColumnsToo() {
    String script = "ALTER TABLE users ADD COLUMN org_id int REFERENCES orgs (id);";
    assertThat(
            new CommandLine(folder)
                .file("a.sql", script)
                .whimbrel("review", "a.sql", "--untried", "--checklist")
                .out())
        .contains("Foreign keys with a fitting ON DELETE - 1 new foreign keys");
  }

  @Test
  void areQuotedSoThatTheAdviceRuns() {
    assertThat(advice("postgresql", "CREATE INDEX \"By Time\" ON app.\"Order\" (\"createdAt\");"))
        .contains("ALTER INDEX \"app\".\"By Time\" RENAME TO \"Order_createdAt_idx\";");
  }

  /** SQLite can rename neither. */
  @Test
  void areChangedInTheScriptWhereTheDatabaseCannotRename() {
    assertThat(
            advice(
                "sqlite",
                "CREATE TABLE users (id int, CONSTRAINT wrong FOREIGN KEY (id) REFERENCES orgs (id));"
                    + "\nCREATE INDEX by_id ON users (id);"))
        .contains("better: call it users_id_idx")
        .contains("better: call it users_id_orgs_id_fk")
        .doesNotContain("RENAME");
  }

  @Test
  void showSeveralStatementsAsSqlInMarkdown() {
    assertThat(
            new CommandLine(folder)
                .file("a.sql", "ALTER TABLE users RENAME TO people;")
                .whimbrel("review", "a.sql", "--untried", "--format", "markdown")
                .out())
        .contains("  ```sql\n  ALTER TABLE users RENAME TO people;\n  CREATE VIEW users");
  }

  private String advice(String dialect, String script) {
    return new CommandLine(folder)
        .file("a.sql", script)
        .whimbrel("review", "a.sql", "--untried", "--advice", "--dialect", dialect)
        .out();
  }
}
