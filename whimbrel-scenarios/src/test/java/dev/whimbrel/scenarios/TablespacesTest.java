package dev.whimbrel.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.dialect.Session;
import dev.whimbrel.testkit.database.SharedDatabases;
import dev.whimbrel.testkit.database.TestDatabase;
import dev.whimbrel.testkit.database.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Where things lie on a server that has more than one place for them. */
@ExtendWith(SharedDatabases.class)
class TablespacesTest {
  private static final String MAKE =
      """
      CREATE TABLE here (id integer PRIMARY KEY, n integer);
      CREATE TABLE there (id integer PRIMARY KEY USING INDEX TABLESPACE fast, n integer) TABLESPACE fast;
      CREATE INDEX here_n ON here (n) TABLESPACE fast;
      CREATE TABLE parts (n integer) PARTITION BY LIST (n) TABLESPACE fast;
      CREATE TABLE part PARTITION OF parts DEFAULT TABLESPACE fast;
      CREATE MATERIALIZED VIEW seen TABLESPACE fast AS SELECT n FROM here;
      """;

  private static final String PLACES =
      """
      SELECT c.relname || ' ' || coalesce(s.spcname, '-') AS place FROM pg_class c
        LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace
      WHERE c.relnamespace = 'public'::regnamespace AND c.relname !~ '^_whimbrel' ORDER BY 1
      """;

  private final TestDatabases databases;
  @TempDir Path folder;

  TablespacesTest(TestDatabases databases) {
    this.databases = databases;
  }

  @Test
  void whatIsPulledLiesWhereItLay() throws IOException {
    Files.writeString(
        folder.resolve("whimbrel.yaml"),
        "dialect: postgresql\nschema: schema\ndatabase:\n  url: ${DATABASE_URL}\n");
    List<String> there;
    try (TestDatabase database = databases.postgres()) {
      makeTablespace(database.session());
      database.session().execute(MAKE);
      there = places(database.session());
      type(database, "pull");
    }
    try (TestDatabase database = databases.postgres()) {
      type(database, "generate", "--name", "all");
      type(database, "migrate");
      assertThat(places(database.session())).isEqualTo(there).contains("there fast", "here_n fast");
      assertThat(type(database, "check", "--drift")).contains("has the shape of its migrations");
    }
  }

  /** One that lies with the server's own data needs no folder. */
  private static void makeTablespace(Session session) {
    if (session.query("SELECT 1 FROM pg_tablespace WHERE spcname = 'fast'").isEmpty()) {
      session.execute("SET allow_in_place_tablespaces = true");
      session.execute("CREATE TABLESPACE fast LOCATION ''");
    }
  }

  private static List<String> places(Session session) {
    return session.query(PLACES).stream().map(row -> row.text("place")).toList();
  }

  private String type(TestDatabase database, String... words) {
    var url = database.url();
    String who = "?user=%s&password=%s".formatted(url.user().orElse(""), url.password().orElse(""));
    var answer =
        new TypedCommands()
            .call(folder, Map.of("DATABASE_URL", url.jdbcUrl() + who), List.of(words));
    assertThat(answer.exitCode()).as(answer.output()).isZero();
    return answer.output();
  }
}
