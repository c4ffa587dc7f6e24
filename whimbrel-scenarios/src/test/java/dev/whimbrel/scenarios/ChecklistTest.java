package dev.whimbrel.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names, checklists, and scripts that lie anywhere. */
class ChecklistTest {
  private static final String TABLES =
      """
      CREATE TABLE users (id integer PRIMARY KEY, created_at timestamptz);
      CREATE TABLE Order_Item (
        id integer PRIMARY KEY,
        "userId" integer,
        status text,
        CONSTRAINT wrong FOREIGN KEY ("userId") REFERENCES users (id)
      );
      CREATE INDEX by_time ON users (created_at);
      """;

  @TempDir private Path folder;

  @Test
  void findsNamesThatAreNotAsTheProjectHasThem() {
    CommandLine line = project("");
    assertThat(line.whimbrel("review", "--untried", "--advice").out())
        .contains("[table-name]", "order_item is not written as plural_snake_case")
        .contains("[column-name]", "the column order_item.userId")
        .contains("[index-name]", "ALTER INDEX \"by_time\" RENAME TO \"users_created_at_idx\";")
        .contains(
            "[foreign-key-name]",
            "RENAME CONSTRAINT \"wrong\" TO \"order_item_userId_users_id_fk\";")
        .contains("[unindexed-column]", "no index begins with order_item.status")
        .doesNotContain("no index begins with users.created_at");
  }

  @Test
  void letsAProjectHaveNamesOfItsOwn() {
    CommandLine line =
        project(
            """
            conventions:
              tables: snake_case
              columns: off
              indexes: by_*
              foreign-keys: off
              indexed: off
            """);
    assertThat(line.whimbrel("review", "--untried", "--advice").out())
        .doesNotContain("-name]")
        .doesNotContain("unindexed-column");
    line.file("whimbrel.yaml", "dialect: postgresql\nconventions: {tables: loud}\n");
    assertThat(line.whimbrel("review", "--untried").out())
        .contains("whimbrel.yaml, line 2: conventions.tables is one of snake_case, plural_snake");
  }

  @Test
  void ticksWhatItKnowsAndLeavesTheRestToAPerson() {
    CommandLine line = project("");
    line.migration("20260102000000_second", "ALTER TABLE users DROP COLUMN created_at;", "");
    String before = line.whimbrel("review", "second", "--checklist").out();
    assertThat(before)
        .contains("- [!] Nothing that running code needs is broken - found: drop-column")
        .contains(
            "- [!] Time of the migration estimated - no sizes are known, or nothing was tried: whimbrel stats pull")
        .contains("- [!] Way back written and tried - 20260102000000_second: not proved")
        .contains("- [x] Many rows are changed in batches")
        .contains("- [x] No conflict with the existing schema - 1 statements ran")
        .contains("- [ ] Backup verified");
    line.whimbrel("prove", "20260101000000_first");
    assertThat(line.whimbrel("review", "first", "--checklist", "--json").out())
        .contains("\"item\": ")
        .contains("20260101000000_first: lossless");
  }

  @Test
  void ticksNothingThatItDidNotLookAt() {
    CommandLine line = project("").file("loose.sql", "ALTER TABLE users DROP created_at;");
    assertThat(line.whimbrel("review", "loose.sql", "--checklist", "--untried").out())
        .contains("- [!] Way back written and tried - loose: not proved");
    CommandLine lite =
        new CommandLine(folder.resolve("lite"))
            .file(
                "whimbrel.yaml",
                "dialect: sqlite\nschema: schema.sql\ndatabase: {url: sqlite:shop.db}\n")
            .file("schema.sql", "CREATE TABLE users (id integer PRIMARY KEY);")
            .file("loose.sql", "CREATE TABLE a (b);");
    lite.whimbrel("generate", "--name", "first");
    assertThat(lite.whimbrel("migrate").exitCode()).isZero();
    assertThat(lite.whimbrel("review", "first", "--checklist").out())
        .contains("- [x] Applied to the configured database");
    assertThat(lite.whimbrel("review", "loose.sql", "--checklist").out())
        .contains("- [!] Applied to the configured database - 1 not applied");
    assertThat(lite.whimbrel("review", "--checklist").out())
        .contains("- [ ] Way back written and tried - nothing was reviewed")
        .contains("- [ ] Applied to the configured database - nothing was reviewed")
        .doesNotContain("- [x]");
    lite.file(
        lite.folder().relativize(lite.place("first")).resolve("migration.sql").toString(),
        "CREATE TABLE others (id integer PRIMARY KEY);");
    assertThat(lite.whimbrel("review", "first", "--checklist").out())
        .contains("- [!] Applied to the configured database - 1 not applied");
  }

  @Test
  void isNoPartOfSarif() {
    CommandLine.Ending refused =
        project("").whimbrel("review", "--untried", "--format", "sarif", "--checklist");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.out()).contains("--checklist", "--format sarif");
  }

  @Test
  void reviewsAScriptThatLiesAnywhere() {
    CommandLine bare =
        new CommandLine(folder)
            .file("loose/add.sql", "CREATE TABLE a (b int);\nVACUUM FULL a;\n-- ROLLBACK\n");
    assertThat(bare.whimbrel("review", "loose/add.sql").out())
        .contains("loose/add.sql:2:1  multi-phase [cluster-vacuum-full]");
    CommandLine line = project("").file("loose/change.sql", "ALTER TABLE users DROP created_at;");
    assertThat(line.whimbrel("review", "loose/change.sql").out())
        .contains("loose/change.sql:1:")
        .contains("[drop-column]")
        .contains("seen: locks users ACCESS EXCLUSIVE");
  }

  @Test
  void reviewsAFolderInTheLayoutOfAnotherTool() {
    CommandLine line =
        new CommandLine(folder)
            .file("db/V1__users.sql", "CREATE TABLE users (id int PRIMARY KEY, age int);")
            .file("db/V2__age.sql", "ALTER TABLE users DROP COLUMN age;");
    assertThat(line.whimbrel("review", "db").out())
        .contains("V1__users: ", "db/V2__age.sql:1:")
        .contains("[drop-column]");
  }

  private CommandLine project(String more) {
    return new CommandLine(folder)
        .file("whimbrel.yaml", "dialect: postgresql\n" + more)
        .migration("20260101000000_first", TABLES, "DROP TABLE order_item; DROP TABLE users;");
  }
}
