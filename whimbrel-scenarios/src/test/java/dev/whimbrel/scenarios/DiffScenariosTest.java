package dev.whimbrel.scenarios;

import dev.whimbrel.testkit.database.SharedDatabases;
import dev.whimbrel.testkit.database.TestDatabases;
import dev.whimbrel.testkit.scenario.DiffStory;
import dev.whimbrel.testkit.scenario.ScenarioFolder;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** What leads from one schema to another, as each dialect says it and does it. */
@ExtendWith(SharedDatabases.class)
class DiffScenariosTest {
  private final DiffStory story;

  DiffScenariosTest(TestDatabases databases) {
    this.story = DiffStory.of(Stages.all(databases));
  }

  @TestFactory
  Stream<DynamicNode> diff() {
    return new ScenarioFolder(Stages.SCENARIOS.resolve("diff")).tests(story::tell);
  }
}
