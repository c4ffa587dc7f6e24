package dev.whimbrel.postgres;

import dev.whimbrel.change.Change;
import dev.whimbrel.diff.Differ;
import dev.whimbrel.diff.RenameResolver;
import dev.whimbrel.plan.Plan;
import dev.whimbrel.plan.Statement;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.scratch.ScratchDatabase;
import dev.whimbrel.scratch.ScratchServer;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** A server for all tests of a class, and an empty database wherever one is asked for. */
abstract class ScratchTest {
  static ScratchServer server;

  final PostgresDialect dialect = new PostgresDialect();
  private final List<ScratchDatabase> databases = new java.util.ArrayList<>();

  @BeforeAll
  static void start() {
    server = ScratchServer.embedded();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void drop() {
    databases.forEach(ScratchDatabase::close);
  }

  ScratchDatabase database() {
    var database = server.create();
    databases.add(database);
    return database;
  }

  ConnectionSession session() {
    return session(database());
  }

  ConnectionSession session(ScratchDatabase database) {
    try {
      return new ConnectionSession(database.connect());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  Plan plan(Schema from, Schema to) {
    return dialect.planner().plan(from, new Differ(RenameResolver.none()).diff(from, to));
  }

  Plan plan(Schema from, Change... changes) {
    return dialect.planner().plan(from, List.of(changes));
  }

  void run(ConnectionSession session, List<Statement> statements) {
    session.inTransaction(() -> statements.forEach(each -> session.execute(each.sql())));
  }

  void make(ConnectionSession session, Schema schema) {
    run(session, plan(Schema.empty(), schema).forward());
  }

  Schema inspect(ConnectionSession session) {
    return dialect.inspector().inspect(session);
  }
}
