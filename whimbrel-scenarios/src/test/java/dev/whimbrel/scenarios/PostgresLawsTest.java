package dev.whimbrel.scenarios;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.postgres.PostgresDialect;
import dev.whimbrel.testkit.database.SharedDatabases;
import dev.whimbrel.testkit.database.TestDatabase;
import dev.whimbrel.testkit.database.TestDatabases;
import dev.whimbrel.testkit.laws.DialectContract;
import dev.whimbrel.testkit.schemas.Palette;
import org.junit.jupiter.api.extension.ExtendWith;

/** The laws on PostgreSQL. */
@ExtendWith(SharedDatabases.class)
class PostgresLawsTest extends DialectContract {
  private final TestDatabases databases;

  PostgresLawsTest(TestDatabases databases) {
    this.databases = databases;
  }

  @Override
  protected Dialect dialect() {
    return new PostgresDialect();
  }

  @Override
  protected Palette palette() {
    return Palettes.postgres();
  }

  @Override
  protected TestDatabase database() {
    return databases.postgres();
  }

  @Override
  protected TestDatabase lastingDatabase() {
    return databases.postgres();
  }

  @Override
  protected int usualTries() {
    return 60;
  }
}
