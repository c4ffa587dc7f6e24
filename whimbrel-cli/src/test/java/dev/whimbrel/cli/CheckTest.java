package dev.whimbrel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code check} finds, and which of several things says how it ends. */
class CheckTest {
  private static final String SQL = "CREATE TABLE users(id INTEGER PRIMARY KEY, name TEXT);\n";

  @TempDir Path folder;
  private Workplace workplace;

  @BeforeEach
  void makeWorkplace() {
    workplace =
        new Workplace(folder, "")
            .file(
                "whimbrel.yaml",
                "dialect: sqlite\nschema: schema.sql\ndatabase: {url: \"sqlite:app.db\"}\n");
    generate(SQL, "users");
  }

  @Test
  void findsNothingWhereAllIsInOrder() {
    workplace.whimbrel("migrate");
    var ending = workplace.whimbrel("check", "--drift");
    assertThat(ending.exitCode()).isZero();
    assertThat(ending.out()).contains("1 migration, nothing odd").contains("has the shape");
  }

  @Test
  void looksAtNoDatabaseUnlessAsked() {
    assertThat(workplace.whimbrel("check").out()).isEqualTo("1 migration, nothing odd\n");
    assertThat(folder.resolve("app.db")).doesNotExist();
  }

  @Test
  void looksAtADatabaseThatIsNamed() {
    workplace.whimbrel("migrate");
    workplace.sql("CREATE INDEX by_name ON users(name)");
    assertThat(workplace.whimbrel("check").exitCode()).isZero();
    var ending = workplace.whimbrel("check", "--database", "sqlite:app.db");
    assertThat(ending.exitCode()).isEqualTo(5);
    assertThat(ending.out()).contains("add index by_name to users");
  }

  @Test
  void findsBranchesThatCommute() throws IOException {
    branch("CREATE TABLE pets(id INTEGER);", "CREATE TABLE shops(id INTEGER);");
    var ending = workplace.whimbrel("check");
    assertThat(ending.exitCode()).isEqualTo(7);
    assertThat(ending.out()).contains("both end a branch").contains("They commute");
  }

  @Test
  void findsBranchesThatConflict() throws IOException {
    branch("CREATE TABLE pets(id INTEGER);", "CREATE TABLE pets(name TEXT);");
    var ending = workplace.whimbrel("check", "--json");
    assertThat(ending.exitCode()).isEqualTo(7);
    assertThat(ending.out())
        .contains("\"status\": \"conflict\"", "\"commutes\": false", "\"objects\": [\"pets\"]");
    assertThat(workplace.whimbrel("check").out()).contains("They conflict on pets: ");
  }

  @Test
  void joinsBranchesThatCommuteAndGoesOnFromBoth() throws IOException {
    branch("CREATE TABLE pets(id INTEGER);", "CREATE TABLE shops(id INTEGER);");
    var refused = workplace.whimbrel("generate");
    assertThat(refused.exitCode()).isEqualTo(7);
    assertThat(refused.err()).contains("whimbrel generate --merge");

    var joined = workplace.whimbrel("generate", "--merge");
    assertThat(joined.exitCode()).isZero();
    assertThat(joined.out()).contains("joins ").contains("_mine").contains("_theirs");
    assertThat(workplace.whimbrel("check").exitCode()).isZero();
    assertThat(workplace.whimbrel("generate", "--merge").out()).contains("Nothing to join");
    workplace.file(
        "schema.sql", SQL + "CREATE TABLE pets(id INTEGER); CREATE TABLE shops(id INTEGER);");
    assertThat(workplace.whimbrel("generate").out()).startsWith("Nothing to do");
    assertThat(workplace.whimbrel("migrate").exitCode()).isZero();
    assertThat(workplace.whimbrel("check", "--drift").exitCode()).isZero();
    assertThat(workplace.whimbrel("rollback").exitCode()).isZero();
  }

  @Test
  void doesNotJoinBranchesThatConflict() throws IOException {
    branch("CREATE TABLE pets(id INTEGER);", "CREATE TABLE pets(name TEXT);");
    var before = workplace.files();
    var ending = workplace.whimbrel("generate", "--merge");
    assertThat(ending.exitCode()).isEqualTo(7);
    assertThat(ending.err()).contains("cannot be joined").contains("They conflict on pets");
    assertThat(workplace.files()).isEqualTo(before);
  }

  @Test
  void endsWithTheMostSerious() throws IOException {
    workplace.whimbrel("migrate");
    workplace.sql("CREATE INDEX by_name ON users(name)");
    branch("CREATE TABLE pets(id INTEGER);", "CREATE TABLE shops(id INTEGER);");
    var ending = workplace.whimbrel("check", "--drift");
    assertThat(ending.exitCode()).isEqualTo(7);
    assertThat(ending.out()).contains("both end a branch").contains("by_name");
  }

  /** Two people each add something, and neither knows of the other. */
  private void branch(String mine, String theirs) throws IOException {
    generate(SQL + mine, "mine");
    Path aside = folder.resolve("aside");
    Files.move(workplace.migration("mine"), aside);
    generate(SQL + theirs, "theirs");
    try (Stream<Path> all = Files.list(folder.resolve("migrations"))) {
      assertThat(all).hasSize(2);
    }
    Files.move(aside, folder.resolve("migrations").resolve("20300101000000_mine"));
  }

  private void generate(String schema, String name) {
    workplace.file("schema.sql", schema);
    assertThat(workplace.whimbrel("generate", "--name", name).exitCode()).isZero();
  }
}
