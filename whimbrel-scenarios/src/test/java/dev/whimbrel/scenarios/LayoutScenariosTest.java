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

/** Folders and histories of other tools, and what people do with them, on real databases. */
@ExtendWith(SharedDatabases.class)
class LayoutScenariosTest {
  private final TestDatabases databases;

  LayoutScenariosTest(TestDatabases databases) {
    this.databases = databases;
  }

  @TestFactory
  Stream<DynamicNode> layouts(@TempDir Path folder) {
    List<Stage> stages =
        List.of(
            new Stage(new PostgresDialect(), databases::postgres),
            new Stage(new SqliteDialect(), databases::sqliteFile));
    var story = new RunStory(stages, new TypedCommands(), () -> within(folder));
    return new ScenarioFolder(Stages.SCENARIOS.resolve("layouts")).tests(story::tell);
  }

  private static Path within(Path folder) {
    try {
      return Files.createTempDirectory(folder, "story");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
