package dev.whimbrel.scenarios;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.sqlite.SqliteDialect;
import dev.whimbrel.testkit.database.SharedDatabases;
import dev.whimbrel.testkit.database.TestDatabase;
import dev.whimbrel.testkit.database.TestDatabases;
import dev.whimbrel.testkit.laws.DialectContract;
import dev.whimbrel.testkit.schemas.Palette;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The laws on SQLite. */
@ExtendWith(SharedDatabases.class)
class SqliteLawsTest extends DialectContract {
  private final TestDatabases databases;

  SqliteLawsTest(TestDatabases databases) {
    this.databases = databases;
  }

  @Test
  @Override
  protected void rowsFollowRenames() {
    super.rowsFollowRenames();
  }

  @Override
  protected Dialect dialect() {
    return new SqliteDialect();
  }

  @Override
  protected Palette palette() {
    return Palettes.sqliteWhole();
  }

  @Override
  protected TestDatabase database() {
    return databases.sqlite();
  }

  @Override
  protected TestDatabase lastingDatabase() {
    return databases.sqliteFile();
  }

  @Override
  protected int usualTries() {
    return 1_000;
  }
}
