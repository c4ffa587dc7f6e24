package dev.whimbrel.scenarios;

import dev.whimbrel.postgres.PostgresDialect;
import dev.whimbrel.sqlite.SqliteDialect;
import dev.whimbrel.testkit.database.SharedDatabases;
import dev.whimbrel.testkit.database.TestDatabases;
import dev.whimbrel.testkit.scenario.DiffStory;
import dev.whimbrel.testkit.scenario.ScenarioFolder;
import dev.whimbrel.testkit.scenario.Stage;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** What leads from one schema to another, as each dialect says it and does it. */
@ExtendWith(SharedDatabases.class)
class DiffScenariosTest {
  private final DiffStory story;

  DiffScenariosTest(TestDatabases databases) {
    this.story =
        DiffStory.of(
            List.of(
                new Stage(new PostgresDialect(), databases::postgres),
                new Stage(new SqliteDialect(), databases::sqlite)));
  }

  @TestFactory
  Stream<DynamicNode> diff() {
    return new ScenarioFolder(Path.of("src/test/resources/scenarios/diff")).tests(story::tell);
  }
}
