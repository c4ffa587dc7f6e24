package dev.whimbrel.postgres;

import dev.whimbrel.dialect.Session;
import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.diff.Differ;
import dev.whimbrel.diff.RenameResolver;
import dev.whimbrel.plan.Plan;
import dev.whimbrel.plan.Statement;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.testkit.database.SharedDatabases;
import dev.whimbrel.testkit.database.TestDatabase;
import dev.whimbrel.testkit.database.TestDatabases;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** An empty database wherever one is asked for. */
@ExtendWith(SharedDatabases.class)
public abstract class ScratchTest {
  protected final PostgresDialect dialect = new PostgresDialect();
  private final List<TestDatabase> open = new ArrayList<>();
  private TestDatabases databases = new TestDatabases();

  @BeforeEach
  void share(TestDatabases shared) {
    databases = shared;
  }

  @AfterEach
  void giveBack() {
    open.forEach(TestDatabase::close);
  }

  protected TestDatabase database() {
    TestDatabase database = databases.postgres();
    open.add(database);
    return database;
  }

  protected Session session() {
    return database().session();
  }

  /** Runs a script of the database's own dump tool, or one written by hand. */
  protected void load(Session session, String script) {
    String sql = script.replaceAll("(?m)^\\\\.*$", "");
    for (SqlStatement statement : dialect.splitter().split(sql)) {
      if (!statement.sql().contains("set_config")) {
        session.execute(statement.sql());
      }
    }
  }

  protected Plan plan(Schema from, Schema to) {
    return dialect.planner().plan(from, new Differ(RenameResolver.none()).diff(from, to));
  }

  protected void run(Session session, List<Statement> statements) {
    session.inTransaction(() -> statements.forEach(each -> session.execute(each.sql())));
  }

  protected void make(Session session, Schema schema) {
    run(session, plan(Schema.empty(), schema).forward());
  }

  protected Schema inspect(Session session) {
    return dialect.inspector().inspect(session);
  }

  /** What is there after this script. */
  protected Schema after(String script) {
    Session session = session();
    load(session, script);
    return inspect(session);
  }
}
