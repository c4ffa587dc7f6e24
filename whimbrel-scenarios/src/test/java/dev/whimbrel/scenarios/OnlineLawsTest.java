package dev.whimbrel.scenarios;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.plan.Guidance;
import dev.whimbrel.plan.LiveTables;
import dev.whimbrel.postgres.PostgresDialect;
import dev.whimbrel.testkit.database.TestDatabases;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** The laws on PostgreSQL, where others are to go on with all tables while a migration runs. */
class OnlineLawsTest extends PostgresLawsTest {
  OnlineLawsTest(TestDatabases databases) {
    super(databases);
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
      return postgres.planner(
          new Guidance(guidance.fills(), guidance.conversions(), LiveTables.all()));
    }
    try {
      return method.invoke(postgres, arguments);
    } catch (InvocationTargetException refused) {
      throw refused.getCause();
    }
  }

  @Override
  protected int usualTries() {
    return 10;
  }
}
