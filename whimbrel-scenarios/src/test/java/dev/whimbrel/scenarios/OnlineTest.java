package dev.whimbrel.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.scratch.ScratchDatabase;
import dev.whimbrel.scratch.ScratchServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SQL that lets others go on: where it is written, that it runs, and how long it is said to take.
 */
class OnlineTest {
  private static final String BEFORE =
      """
      CREATE TABLE shops (id integer PRIMARY KEY);
      CREATE TABLE orders (id integer PRIMARY KEY, shop integer, state text, price integer);
      """;
  private static final String AFTER =
      """
      CREATE TABLE shops (id integer PRIMARY KEY);
      CREATE TABLE orders (
        id integer PRIMARY KEY,
        shop integer CONSTRAINT orders_shop_fk REFERENCES shops(id),
        state text NOT NULL,
        price integer,
        CONSTRAINT orders_price_check CHECK (price > 0),
        CONSTRAINT orders_state_key UNIQUE (state, shop)
      );
      CREATE INDEX orders_shop_idx ON orders (shop);
      """;

  @TempDir private Path folder;

  @Test
  void isWrittenWhereItIsAskedForAndRunsThereAndBack() {
    try (ScratchServer server = ScratchServer.embedded();
        ScratchDatabase database = server.create()) {
      CommandLine line = project("online: always\n", database);

      assertThat(line.text("second", "migration.sql"))
          .contains("CREATE INDEX CONCURRENTLY \"orders_shop_idx\"")
          .contains("CREATE UNIQUE INDEX CONCURRENTLY \"orders_state_key\"")
          .contains("UNIQUE USING INDEX \"orders_state_key\"")
          .contains("NOT VALID;\n\nCOMMIT;\n\nALTER TABLE \"orders\" VALIDATE CONSTRAINT")
          .contains("SET NOT NULL")
          .doesNotContain("COMMIT;\n\nCOMMIT");
      assertThat(line.text("second", "down.sql"))
          .contains("DROP INDEX CONCURRENTLY \"orders_shop_idx\"");
      assertThat(line.whimbrel("review", "second").out()).contains("second: no findings");
      assertThat(line.whimbrel("migrate").out()).contains("second");
      assertThat(line.whimbrel("check", "--drift").exitCode()).isZero();
      assertThat(line.whimbrel("rollback").out()).startsWith("took back");
      assertThat(line.whimbrel("prove", "second").out()).contains("lossless");
    }
  }

  /** The commit behind the rows is our own, and keeps locks from being held meanwhile. */
  @Test
  void isNotCalledDangerousWhereItFillsRows() {
    CommandLine line =
        new CommandLine(folder)
            .file("whimbrel.yaml", "dialect: postgresql\nschema: schema.sql\nonline: always\n")
            .file("schema.sql", BEFORE);
    line.whimbrel("generate", "--name", "first");
    line.file("schema.sql", BEFORE.replace("price integer", "price integer, note text NOT NULL"));
    line.whimbrel("generate", "--name", "second", "--fill", "orders.note='x'");
    assertThat(line.text("second", "migration.sql")).contains("UPDATE", "COMMIT;");
    assertThat(line.whimbrel("review", "second").out()).doesNotContain("transaction-nesting");
  }

  @Test
  void isWrittenForTablesThatAreKnownToBeLarge() {
    try (ScratchServer server = ScratchServer.embedded();
        ScratchDatabase database = server.create()) {
      CommandLine line = configured("", database).file("schema.sql", BEFORE);
      line.whimbrel("generate", "--name", "first");
      line.whimbrel("migrate");
      line.file("fill.sql", "INSERT INTO shops SELECT generate_series(1, 100);")
          .file("whimbrel.statistics.json", statistics(2_000_000));
      line.file("schema.sql", AFTER).whimbrel("generate", "--name", "second");

      assertThat(line.text("second", "migration.sql")).contains("CREATE INDEX CONCURRENTLY");
      line.file("whimbrel.statistics.json", statistics(20));
      assertThat(line.whimbrel("generate", "--dry-run", "--name", "third").out())
          .doesNotContain("CONCURRENTLY");
    }
  }

  @Test
  void tellsHowLongAStatementWillTakeWhereSizesAreKnown() {
    CommandLine line =
        new CommandLine(folder)
            .file("whimbrel.yaml", "dialect: postgresql\nmigrations: migrations\n")
            .migration("20260101000000_first", BEFORE, "DROP TABLE orders; DROP TABLE shops;")
            .migration(
                "20260102000000_second",
                "ALTER TABLE orders ALTER COLUMN price TYPE bigint;"
                    + "\nCREATE INDEX orders_state_idx ON orders (state);"
                    + "\nALTER TABLE shops ADD COLUMN name text NOT NULL DEFAULT '';"
                    + "\nCREATE INDEX shops_name_idx ON shops (name);",
                "SELECT 1;");
    assertThat(line.whimbrel("review", "second").out()).doesNotContain("forecast");
    line.file("whimbrel.statistics.json", statistics(2_000_000));
    assertThat(line.whimbrel("review", "second", "--untried").out()).doesNotContain("forecast");

    line.file("whimbrel.statistics.json", statistics(2_000_000));
    assertThat(line.whimbrel("review", "second").out())
        .contains("forecast, with the sizes of 2026-05-01")
        .containsPattern(
            "1: ALTER TABLE orders[^\n]*\n *\\d[^\n]* (s|min), while nobody can read or write orders")
        .contains("before that it may wait 12 s for open transactions")
        .contains("not known, for there are no numbers of shops");
    assertThat(line.whimbrel("review", "second", "--json").out()).contains("\"leastSeconds\": ");
  }

  @Test
  void takesTheNumbersFromADatabaseAndNothingElse() {
    try (ScratchServer server = ScratchServer.embedded();
        ScratchDatabase database = server.create()) {
      CommandLine line = configured("", database).file("schema.sql", BEFORE);
      line.whimbrel("generate", "--name", "first");
      line.whimbrel("migrate");

      assertThat(line.whimbrel("stats", "pull").out()).contains("2 tables, no data");
      assertThat(line.text("whimbrel.statistics.json"))
          .contains("\"orders\": {", "\"rows\": 0", "\"longestTransactionSeconds\"");
    }
  }

  @Test
  void knowsSizesOfSqliteToo() {
    CommandLine line =
        new CommandLine(folder)
            .file("whimbrel.yaml", "dialect: sqlite\ndatabase: {url: \"sqlite:app.db\"}\n")
            .migration(
                "20260101000000_first",
                "CREATE TABLE users (id integer PRIMARY KEY, name text);"
                    + "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)"
                    + " INSERT INTO users SELECT i, 'name ' || i FROM n;",
                "DROP TABLE users;");
    line.whimbrel("migrate");
    line.whimbrel("stats", "pull");
    assertThat(line.text("whimbrel.statistics.json"))
        .contains("\"users\": {", "\"rows\": 5000")
        .doesNotContain("name 17")
        .doesNotContain("\"bytes\": 0");
    line.migration("20260102000000_second", "UPDATE users SET name = 'x';", "SELECT 1;");
    assertThat(line.whimbrel("review").out())
        .contains("forecast")
        .contains("while nobody can write to the database");
  }

  private CommandLine project(String more, ScratchDatabase database) {
    CommandLine line = configured(more, database).file("schema.sql", BEFORE);
    assertThat(line.whimbrel("generate", "--name", "first").exitCode()).isZero();
    line.whimbrel("migrate");
    line.file("schema.sql", AFTER);
    assertThat(line.whimbrel("generate", "--name", "second").exitCode()).isZero();
    return line;
  }

  private CommandLine configured(String more, ScratchDatabase database) {
    return new CommandLine(folder)
        .file(
            "whimbrel.yaml",
            "dialect: postgresql\nschema: schema.sql\n%sdatabase: {url: \"%s\", user: \"%s\", password: \"%s\"}\n"
                .formatted(more, database.url(), database.user(), database.password()));
  }

  private static String statistics(int rows) {
    return """
    {
      "taken": "2026-05-01T00:00:00Z",
      "longestTransactionSeconds": 12.0,
      "tables": {
        "orders": {"rows": %d, "bytes": %d, "indexBytes": 1, "writesPerSecond": 3.5}
      }
    }
    """
        .formatted(rows, rows * 300L);
  }
}
