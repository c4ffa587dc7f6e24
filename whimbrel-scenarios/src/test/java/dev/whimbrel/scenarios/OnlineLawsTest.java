package dev.whimbrel.scenarios;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.plan.Guidance;
import dev.whimbrel.plan.LiveTables;
import dev.whimbrel.postgres.PostgresDialect;
import dev.whimbrel.testkit.database.SharedDatabases;
import dev.whimbrel.testkit.database.TestDatabase;
import dev.whimbrel.testkit.database.TestDatabases;
import dev.whimbrel.testkit.laws.DialectContract;
import dev.whimbrel.testkit.schemas.Palette;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.extension.ExtendWith;

/** The laws on PostgreSQL, where others are to go on with all tables while a migration runs. */
@ExtendWith(SharedDatabases.class)
class OnlineLawsTest extends DialectContract {
  private final TestDatabases databases;

  OnlineLawsTest(TestDatabases databases) {
    this.databases = databases;
  }

  /** PostgreSQL, with a planner for live tables wherever one is asked for. */
  @Override
  protected Dialect dialect() {
    return (Dialect)
        Proxy.newProxyInstance(
            Dialect.class.getClassLoader(),
            new Class<?>[] {Dialect.class},
            (proxy, method, arguments) -> answer(method, arguments));
  }

  private static Object answer(Method method, Object[] arguments) throws Throwable {
    var postgres = new PostgresDialect();
    if (method.getName().equals("planner")) {
      Guidance guidance = arguments == null ? Guidance.none() : (Guidance) arguments[0];
      return postgres.planner(guidance.withLive(LiveTables.all()));
    }
    try {
      return method.invoke(postgres, arguments);
    } catch (InvocationTargetException refused) {
      throw refused.getCause();
    }
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
    return 10;
  }
}
