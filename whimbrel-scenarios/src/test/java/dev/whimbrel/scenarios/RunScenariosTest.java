package dev.whimbrel.scenarios;

import dev.whimbrel.postgres.PostgresDialect;
import dev.whimbrel.sqlite.SqliteDialect;
import dev.whimbrel.testkit.database.SharedDatabases;
import dev.whimbrel.testkit.database.TestDatabases;
import dev.whimbrel.testkit.scenario.RunStory;
import dev.whimbrel.testkit.scenario.ScenarioFolder;
import dev.whimbrel.testkit.scenario.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What people type and what comes of it, on real databases. */
@ExtendWith(SharedDatabases.class)
class RunScenariosTest {
  private final TestDatabases databases;

  RunScenariosTest(TestDatabases databases) {
    this.databases = databases;
  }

  @TestFactory
  Stream<DynamicNode> run(@TempDir Path folder) {
    List<Stage> stages =
        List.of(
            new Stage(new PostgresDialect(), databases::postgres),
            new Stage(new SqliteDialect(), databases::sqliteFile));
    var story = new RunStory(stages, new TypedCommands(), () -> within(folder));
    return new ScenarioFolder(Stages.SCENARIOS.resolve("run")).tests(story::tell);
  }

  private static Path within(Path folder) {
    try {
      return Files.createTempDirectory(folder, "story");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
