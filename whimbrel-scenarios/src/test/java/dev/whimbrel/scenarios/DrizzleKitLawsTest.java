package dev.whimbrel.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.whimbrel.testkit.scenario.CommandDoor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Drizzle's own tool accepts what we continued: it finds nothing wrong, sees nothing to generate,
 * and finds nothing to migrate where we did. Runs where many tries are wanted and npm can be had.
 */
class DrizzleKitLawsTest {
  private static final Path SCHEMAS = Path.of("src/test/resources/drizzle");

  private final CommandDoor door = new TypedCommands();

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
    begin(folder, dialect);
    kit(node, folder, "generate", "--name", "init");

    put(folder, dialect, "second.ts", "schema.ts");
    put(folder, dialect, kit.startsWith("0") ? "second.sql" : "second-1.sql", "schema/all.sql");
    whimbrel(folder, "generate", "--name", "more");

    kit(node, folder, "check");
    assertThat(kit(node, folder, "generate")).contains("No schema changes");
    if (dialect.equals("sqlite")) {
      assertThat(whimbrel(folder, "migrate")).contains("init").contains("more");
      kit(node, folder, "migrate");
      assertThat(whimbrel(folder, "status")).doesNotContain("pending");
    }
  }

  private static void begin(Path folder, String dialect) throws IOException {
    Files.writeString(
        folder.resolve("drizzle.config.cjs"),
        """
        module.exports = { dialect: '%s', schema: './schema.ts', out: './drizzle',
          dbCredentials: { url: 'file:app.db' } };
        """
            .formatted(dialect));
    Files.writeString(
        folder.resolve("whimbrel.yaml"),
        """
        dialect: %s
        schema: schema
        migrations: {layout: drizzle, folder: drizzle, history: alongside}
        database: {url: "sqlite:app.db"}
        """
            .formatted(dialect));
    put(folder, dialect, "first.ts", "schema.ts");
  }

  private static void put(Path folder, String dialect, String from, String to) throws IOException {
    Files.createDirectories(folder.resolve(to).getParent());
    String text = Files.readString(SCHEMAS.resolve(dialect).resolve(from));
    Files.writeString(folder.resolve(to), text);
  }

  private static String kit(NodeProject node, Path folder, String... words) throws IOException {
    var command = new ArrayList<>(List.of("node", "../node_modules/drizzle-kit/bin.cjs"));
    command.addAll(
        Stream.concat(Stream.of(words), Stream.of("--config", "drizzle.config.cjs")).toList());
    NodeProject.Outcome outcome = new NodeProject(folder).run(Map.of(), command);
    assertThat(outcome.isWell()).as(node + " " + outcome.output()).isTrue();
    return outcome.output();
  }

  private String whimbrel(Path folder, String... words) {
    var answer = door.call(folder, Map.of(), List.of(words));
    assertThat(answer.exitCode()).as(answer.output()).isZero();
    return answer.output();
  }
}
