package dev.whimbrel.scenarios;

import dev.whimbrel.testkit.database.SharedDatabases;
import dev.whimbrel.testkit.database.TestDatabases;
import dev.whimbrel.testkit.scenario.ScenarioFolder;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the documents from which this project started. */
@ExtendWith(SharedDatabases.class)
class DocumentScenariosTest {
  private final TestDatabases databases;

  DocumentScenariosTest(TestDatabases databases) {
    this.databases = databases;
  }

  @TestFactory
  Stream<DynamicNode> documents(@TempDir Path folder) {
    var story = new DocumentStory(Stages.all(databases), folder);
    return new ScenarioFolder(Stages.SCENARIOS.resolve("documents")).tests(story::tell);
  }
}
