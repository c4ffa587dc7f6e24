package dev.whimbrel.scenarios;

import dev.whimbrel.cli.Main;
import dev.whimbrel.postgres.PostgresDialect;
import dev.whimbrel.sqlite.SqliteDialect;
import dev.whimbrel.testkit.database.SharedDatabases;
import dev.whimbrel.testkit.database.TestDatabases;
import dev.whimbrel.testkit.scenario.CommandDoor;
import dev.whimbrel.testkit.scenario.RunStory;
import dev.whimbrel.testkit.scenario.ScenarioFolder;
import dev.whimbrel.testkit.scenario.Stage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What people type and what comes of it, on real databases. */
@ExtendWith(SharedDatabases.class)
class RunScenariosTest {
  private static final Instant MIDNIGHT = Instant.parse("2026-01-01T00:00:00Z");

  private final TestDatabases databases;
  private final Map<Path, Integer> commands = new HashMap<>();

  RunScenariosTest(TestDatabases databases) {
    this.databases = databases;
  }

  @TestFactory
  Stream<DynamicNode> run(@TempDir Path folder) {
    List<Stage> stages =
        List.of(
            new Stage(new PostgresDialect(), databases::postgres),
            new Stage(new SqliteDialect(), databases::sqliteFile));
    var story = new RunStory(stages, this::call, () -> within(folder));
    return new ScenarioFolder(Stages.SCENARIOS.resolve("run")).tests(story::tell);
  }

  private static Path within(Path folder) {
    try {
      return Files.createTempDirectory(folder, "story");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** In each story the first command is typed at midnight, and each further one a minute later. */
  private CommandDoor.Answer call(
      Path folder, Map<String, String> environment, List<String> arguments) {
    int minute = commands.merge(folder, 1, Integer::sum) - 1;
    Clock clock = Clock.fixed(MIDNIGHT.plus(Duration.ofMinutes(minute)), ZoneOffset.UTC);
    var output = new ByteArrayOutputStream();
    var printer = new PrintStream(output, true, StandardCharsets.UTF_8);
    int exitCode =
        Main.run(folder, environment, clock, printer, printer, arguments.toArray(String[]::new));
    return new CommandDoor.Answer(exitCode, output.toString(StandardCharsets.UTF_8));
  }
}
