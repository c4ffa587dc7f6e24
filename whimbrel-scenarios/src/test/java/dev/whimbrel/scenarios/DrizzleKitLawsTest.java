package dev.whimbrel.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.migrate.json.Json;
import dev.whimbrel.postgres.PostgresDialect;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.sqlite.SqliteDialect;
import dev.whimbrel.testkit.database.SharedDatabases;
import dev.whimbrel.testkit.database.TestDatabase;
import dev.whimbrel.testkit.database.TestDatabases;
import dev.whimbrel.testkit.scenario.CommandDoor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Drizzle's own tool accepts what we continued: it finds nothing wrong, sees nothing to generate,
 * finds nothing to migrate where we did, and migrates an empty database by itself. Runs where many
 * tries are wanted and npm can be had.
 */
@ExtendWith(SharedDatabases.class)
class DrizzleKitLawsTest {
  private static final Path SCHEMAS = Path.of("src/test/resources/drizzle");

  private final CommandDoor door = new TypedCommands();
  private final TestDatabases databases;

  DrizzleKitLawsTest(TestDatabases databases) {
    this.databases = databases;
  }

  @ParameterizedTest
  @CsvSource({
    "0.31.11, 0.45.4, postgresql",
    "0.31.11, 0.45.4, sqlite",
    "1.0.0-rc.5, 1.0.0-rc.5, postgresql",
    "1.0.0-rc.5, 1.0.0-rc.5, sqlite"
  })
  void goesOnWhereWeWentOn(String kit, String orm, String dialect) throws IOException {
    assumeTrue(Integer.getInteger("laws.tries", 0) > 0, "only where many tries are wanted");
    NodeProject node =
        NodeProject.with(
            "drizzle-" + kit, "drizzle-kit@" + kit, "drizzle-orm@" + orm, "pg", "@libsql/client");
    Path folder = Files.createTempDirectory(node.folder(), dialect);
    try (var database = database(dialect);
        var empty = database(dialect)) {
      begin(folder, dialect);
      kit(node, folder, database, "generate", "--name", "init");
      kit(node, folder, database, "migrate");
      assertThat(whimbrel(folder, database, "status")).contains("init  applied");

      put(folder, dialect, "second.ts", "schema.ts");
      put(folder, dialect, kit.startsWith("0") ? "second.sql" : "second-1.sql", "schema/all.sql");
      List<String> theirs = footprintsOfTheirs(node, folder, database);
      whimbrel(folder, database, "generate", "--name", "more");
      assertThat(footprints(folder.resolve("drizzle"))).containsExactlyInAnyOrderElementsOf(theirs);
      kit(node, folder, database, "check");
      assertThat(kit(node, folder, database, "generate")).contains("No schema changes");

      assertThat(whimbrel(folder, database, "migrate")).contains("more").doesNotContain("init");
      long rows = rows(database);
      kit(node, folder, database, "migrate");
      assertThat(rows(database)).isEqualTo(rows).isEqualTo(2);
      kit(node, folder, empty, "migrate");
      assertThat(whimbrel(folder, empty, "status")).contains("more").doesNotContain("pending");
      assertThat(withoutOurs(empty, dialect)).isEqualTo(withoutOurs(database, dialect));
    }
  }

  /** What Drizzle's own tool would write in our place, in a copy. */
  private static List<String> footprintsOfTheirs(
      NodeProject node, Path folder, TestDatabase database) throws IOException {
    Path copy = folder.resolve("theirs");
    try (Stream<Path> all = Files.walk(folder.resolve("drizzle"))) {
      for (Path each : all.toList()) {
        Files.copy(each, copy.resolve(folder.resolve("drizzle").relativize(each).toString()));
      }
    }
    Path settings = folder.resolve("drizzle.config.cjs");
    String ours = Files.readString(settings);
    Files.writeString(settings, ours.replace("./drizzle", "./theirs"));
    kit(node, folder, database, "generate", "--name", "more");
    Files.writeString(settings, ours);
    return footprints(copy);
  }

  /** Those of the newest snapshot, if it has any; without the hashes of its SQL. */
  private static List<String> footprints(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      Path newest =
          all.filter(each -> each.getFileName().toString().endsWith("snapshot.json"))
              .max(Comparator.naturalOrder())
              .orElseThrow();
      return Json.parse(Files.readString(newest)).items("footprints").stream()
          .map(DrizzleKitLawsTest::spelled)
          .toList();
    }
  }

  private static String spelled(Json footprint) {
    return Stream.of("statementType", "statementTarget", "writes", "reads", "sharedWrites")
        .map(key -> footprint.member(key).map(DrizzleKitLawsTest::sorted).orElse("[]"))
        .collect(Collectors.joining(" "));
  }

  private static String sorted(Json value) {
    return value instanceof Json.Items(var items)
        ? items.stream().map(Json::indented).distinct().sorted().toList().toString()
        : value.indented();
  }

  private TestDatabase database(String dialect) {
    return dialect.equals("sqlite") ? databases.sqliteFile() : databases.postgres();
  }

  private static Dialect dialect(String name) {
    return name.equals("sqlite") ? new SqliteDialect() : new PostgresDialect();
  }

  private static Schema withoutOurs(TestDatabase database, String dialect) {
    database.session().execute("DROP TABLE IF EXISTS _whimbrel_history");
    return dialect(dialect).inspector().inspect(database.session());
  }

  private static long rows(TestDatabase database) {
    String namespace = isSqlite(database) ? "" : "drizzle.";
    return database
        .session()
        .query("SELECT count(*) AS n FROM " + namespace + "__drizzle_migrations")
        .getFirst()
        .number("n");
  }

  private static boolean isSqlite(TestDatabase database) {
    return database.url().jdbcUrl().startsWith("jdbc:sqlite:");
  }

  private static void begin(Path folder, String dialect) throws IOException {
    Files.writeString(
        folder.resolve("drizzle.config.cjs"),
        """
        module.exports = { dialect: '%s', schema: './schema.ts', out: './drizzle',
          dbCredentials: { url: process.env.DRIZZLE_URL } };
        """
            .formatted(dialect));
    Files.writeString(
        folder.resolve("whimbrel.yaml"),
        """
        dialect: %s
        schema: schema
        migrations: {layout: drizzle, folder: drizzle, history: alongside}
        database: {url: "${DATABASE_URL}"}
        """
            .formatted(dialect));
    put(folder, dialect, "first.ts", "schema.ts");
  }

  private static void put(Path folder, String dialect, String from, String to) throws IOException {
    Files.createDirectories(folder.resolve(to).getParent());
    String text = Files.readString(SCHEMAS.resolve(dialect).resolve(from));
    Files.writeString(folder.resolve(to), text);
  }

  private static String kit(NodeProject node, Path folder, TestDatabase database, String... words)
      throws IOException {
    var command = new ArrayList<>(List.of("node", "../node_modules/drizzle-kit/bin.cjs"));
    command.addAll(
        Stream.concat(Stream.of(words), Stream.of("--config", "drizzle.config.cjs")).toList());
    NodeProject.Outcome outcome =
        new NodeProject(folder).run(Map.of("DRIZZLE_URL", NodeUrl.of(database.url())), command);
    assertThat(outcome.isWell()).as(node + " " + outcome.output()).isTrue();
    return outcome.output();
  }

  private String whimbrel(Path folder, TestDatabase database, String... words) {
    var answer =
        door.call(
            folder,
            Map.of("DATABASE_URL", NodeUrl.of(database.url()).replaceFirst("^file:", "sqlite:")),
            List.of(words));
    assertThat(answer.exitCode()).as(answer.output()).isZero();
    return answer.output();
  }
}
