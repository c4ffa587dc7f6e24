package dev.whimbrel.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.testkit.scenario.CommandDoor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schemas in SQL that PostgreSQL does not take, or takes only with care. */
class HardSourcesTest {
  private static final String LONG =
      "a_name_that_goes_on_and_on_until_nobody_can_remember_how_it_began";

  private final CommandDoor door = new TypedCommands();
  @TempDir Path folder;

  private CommandDoor.Answer generated(String schema) throws IOException {
    Files.writeString(folder.resolve("schema.sql"), schema);
    Files.writeString(folder.resolve("whimbrel.yaml"), "dialect: postgresql\nschema: schema.sql\n");
    return door.call(folder, Map.of(), List.of("generate", "--name", "all"));
  }

  private String migration() throws IOException {
    try (Stream<Path> migrations = Files.list(folder.resolve("migrations"))) {
      Path only = migrations.findFirst().orElseThrow();
      return Files.readString(only.resolve("migration.sql"));
    }
  }

  @Test
  void foreignKeysInACircleAreMadeWhenAllTablesAreThere() throws IOException {
    var answer =
        generated(
            """
            CREATE TABLE a (id integer PRIMARY KEY, b integer);
            CREATE TABLE b (id integer PRIMARY KEY, c integer REFERENCES c);
            CREATE TABLE c (id integer PRIMARY KEY, a integer REFERENCES a);
            ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES b;
            """);
    assertThat(answer.exitCode()).isZero();
    assertThat(migration().split("FOREIGN KEY")).hasSize(4);
  }

  @Test
  void viewsInACircleAreNamed() throws IOException {
    var answer =
        generated(
            """
            CREATE TABLE t (n integer);
            CREATE VIEW one AS SELECT n FROM two;
            CREATE VIEW two AS SELECT n FROM three;
            CREATE VIEW three AS SELECT n FROM one;
            CREATE VIEW fine AS SELECT n FROM t;
            """);
    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.output())
        .contains("schema.sql, line 2", "schema.sql, line 3", "schema.sql, line 4")
        .contains("need one another, so that no order helps: one, two, three")
        .doesNotContain("line 5");
    assertThat(folder.resolve("migrations")).doesNotExist();
  }

  @Test
  void aViewOfAColumnThatIsGoneIsToldWithItsLine() throws IOException {
    var answer =
        generated(
            """
            CREATE TABLE t (id integer);
            CREATE VIEW v AS
              SELECT id, name FROM t;
            """);
    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.output())
        .contains("schema.sql, line 2")
        .contains("column \"name\" does not exist");
  }

  /** PostgreSQL would cut it, and two such names would be one. */
  @Test
  void aNameThatPostgresWouldCutIsRefused() throws IOException {
    var answer =
        generated("CREATE TABLE t (id integer);\n\nCREATE TABLE " + LONG + " (id integer);");
    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.output()).contains("schema.sql, line 3", LONG, "63 bytes");
  }

  @Test
  void aNameThatIsTooLongInBytesIsRefused() throws IOException {
    String wide = "ü".repeat(32);
    var answer = generated("CREATE TABLE t (id integer, \"" + wide + "\" text);");
    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.output()).contains(wide, "63 bytes");
  }

  @Test
  void namesOfAllKindsStay() throws IOException {
    List<String> names =
        List.of(
            "x".repeat(63),
            "ü".repeat(31) + "x",
            "select",
            "a b",
            "a.b",
            "a\"\"b",
            "it's",
            "表",
            "😀",
            "$1",
            "a;b",
            "--",
            "/*",
            "%s",
            "{}",
            "\\",
            "ALL");
    String columns =
        names.stream().map(name -> "\"" + name + "\" text").collect(Collectors.joining(", "));
    String tables =
        names.stream()
            .map(name -> "CREATE TABLE \"" + name + "\" (" + columns + ");\n")
            .collect(Collectors.joining());
    var answer = generated(tables);
    assertThat(answer.exitCode()).as(answer.output()).isZero();
    names.forEach(name -> assertThat(text()).contains("CREATE TABLE \"" + name + "\""));
    Files.delete(folder.resolve("schema.sql"));
    assertThat(generated(tables).output()).contains("Nothing to do");
  }

  private String text() {
    try {
      return migration();
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  private static String wide(int columns) {
    return IntStream.rangeClosed(1, columns)
        .mapToObj(number -> "c" + number + " integer")
        .collect(Collectors.joining(", ", "CREATE TABLE wide (", ");"));
  }

  @Test
  void asManyColumnsAsATableCanHave() throws IOException {
    assertThat(generated(wide(1_600)).exitCode()).isZero();
    assertThat(migration()).contains("\"c1600\" integer");
  }

  @Test
  void oneColumnTooManyIsTold() throws IOException {
    var answer = generated(wide(1_601));
    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.output())
        .contains("schema.sql, line 1")
        .contains("tables can have at most 1600 columns");
  }
}
