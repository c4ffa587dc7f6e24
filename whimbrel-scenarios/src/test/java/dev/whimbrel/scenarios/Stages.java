package dev.whimbrel.scenarios;

import dev.whimbrel.postgres.PostgresDialect;
import dev.whimbrel.sqlite.SqliteDialect;
import dev.whimbrel.testkit.database.TestDatabases;
import dev.whimbrel.testkit.scenario.Stage;
import java.nio.file.Path;
import java.util.List;

/** Where our stories are and where they are told. */
final class Stages {
  static final Path SCENARIOS = Path.of("src/test/resources/scenarios");

  private Stages() {}

  static List<Stage> all(TestDatabases databases) {
    return List.of(
        new Stage(new PostgresDialect(), databases::postgres),
        new Stage(new SqliteDialect(), databases::sqlite));
  }
}
