package dev.whimbrel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.kit.EmbeddedDatabase;
import dev.whimbrel.kit.config.DatabaseSettings;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresTest {
  private static final String TABLE =
      """
      import dev.whimbrel.postgres.dsl.*;
      public final class Users extends PostgresTable {
        public final Column<Integer> id = integer("id").primaryKey();
        public final Column<String> name = text("name").notNull();
        { check("named", "%s"); }
      }
      """;

  @TempDir Path folder;

  @Test
  void takesAnotherSpellingOfTheSameForNoChange() {
    var workplace = workplace("name <> ''");
    workplace.whimbrel("generate", "--name", "init");

    assertThat(
            workplace
                .file("schema/Users.java", TABLE.formatted("(name<>'')"))
                .whimbrel("generate")
                .out())
        .startsWith("Nothing to do");
    assertThat(
            workplace
                .file("schema/Users.java", TABLE.formatted("name <> 'x'"))
                .whimbrel("generate")
                .out())
        .contains("add check named to users");
  }

  @Test
  void migratesAndPullsAndFindsNoDifference() {
    try (EmbeddedDatabase database = EmbeddedDatabase.start()) {
      var workplace =
          workplace("name <> ''").file("whimbrel.yaml", configuration("schema", database));
      workplace.whimbrel("generate", "--name", "init");
      assertThat(workplace.whimbrel("migrate").out()).startsWith("applied ");
      assertThat(workplace.whimbrel("pull", "--java", "pulled").exitCode()).isZero();
      workplace.file("whimbrel.yaml", configuration("pulled", database));

      var again = workplace.whimbrel("generate");
      assertThat(again.err()).isEmpty();
      assertThat(again.out()).startsWith("Nothing to do");
      assertThat(workplace.whimbrel("rollback").out()).startsWith("took back ");
    }
  }

  @Test
  void stopsInTheMiddleWhenAskedAndKeepsNothingOfIt() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start();
        var others = Executors.newSingleThreadExecutor()) {
      var workplace =
          workplace("name <> ''").file("whimbrel.yaml", configuration("schema", database));
      workplace.whimbrel("create", "slow");
      Path script = workplace.migration("slow").resolve("migration.sql");
      workplace.file(
          folder.relativize(script).toString(),
          "CREATE TABLE slow (id integer); SELECT pg_sleep(60);");
      var interrupts = new Interrupts();
      var ending = others.submit(() -> workplace.whimbrel(interrupts, "migrate"));
      awaitSleep(database);
      interrupts.interrupt();

      assertThat(ending.get().exitCode()).isEqualTo(130);
      assertThat(ending.get().err())
          .contains("Stopped, as asked, while 20260304050607_slow ran; nothing of it was kept.")
          .contains("next: whimbrel migrate");
      assertThat(workplace.whimbrel("status").out()).contains("_slow  pending");
    }
  }

  private static void awaitSleep(EmbeddedDatabase database) throws InterruptedException {
    DatabaseSettings settings = database.settings();
    try (var session = JdbcSession.open(settings.url(), settings.user(), settings.password())) {
      String running =
          "SELECT pid FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%' AND state = 'active'";
      while (session.query(running).isEmpty()) {
        Thread.sleep(20);
      }
    }
  }

  @Test
  void givesTheWholeTourAndOverwritesNothing() throws Exception {
    Path taken = Files.createDirectory(folder.resolve("whimbrel-demo"));
    var ending = new Workplace(folder, "").whimbrel("demo");

    assertThat(ending.exitCode()).isZero();
    assertThat(ending.out())
        .contains("=== postgresql ===", "=== sqlite ===", "3 posts", "headline: On birds")
        .contains("The folder is yours: " + folder.resolve("whimbrel-demo-2"));
    assertThat(taken).isEmptyDirectory();
    assertThat(new Workplace(folder.resolve("whimbrel-demo-2/sqlite"), "").whimbrel("status").out())
        .contains("_headline_and_status  applied");
  }

  private Workplace workplace(String condition) {
    return new Workplace(folder, "")
        .file("whimbrel.yaml", "dialect: postgresql\nschema: schema\n")
        .file("schema/Users.java", TABLE.formatted(condition));
  }

  private static String configuration(String schema, EmbeddedDatabase database) {
    DatabaseSettings settings = database.settings();
    return """
    dialect: postgresql
    schema: %s
    database: {url: "%s", user: "%s", password: "%s"}
    """
        .formatted(
            schema,
            settings.url(),
            settings.user().orElseThrow(),
            settings.password().orElseThrow());
  }
}
