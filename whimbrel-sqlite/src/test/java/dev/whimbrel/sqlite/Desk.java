package dev.whimbrel.sqlite;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.diff.Differ;
import dev.whimbrel.diff.RenameResolver;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.plan.Plan;
import dev.whimbrel.plan.Statement;
import dev.whimbrel.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A SQLite database and what a test does with it. */
final class Desk implements AutoCloseable {
  private final Dialect dialect = new SqliteDialect();
  private final JdbcSession session;

  Desk(String url) {
    this.session = JdbcSession.open(url, Optional.empty(), Optional.empty());
    session.execute("PRAGMA foreign_keys=ON");
  }

  static Desk inMemory() {
    return new Desk("jdbc:sqlite::memory:");
  }

  Session session() {
    return session;
  }

  Desk script(String script) {
    dialect.splitter().split(script).forEach(statement -> session.execute(statement.sql()));
    return this;
  }

  /** Runs a script as a migration runs. */
  void migrate(String script) {
    var statements = dialect.splitter().split(script);
    dialect
        .frame()
        .run(
            session,
            statements,
            () -> statements.forEach(statement -> session.execute(statement.sql())));
  }

  Schema schema() {
    return dialect.inspector().inspect(session);
  }

  /** What leads to the schema of a script that another database runs. */
  Plan planTo(String script, RenameResolver renames) {
    try (Desk other = inMemory().script(script)) {
      return plan(other.schema(), renames);
    }
  }

  /** Goes to the schema of a script, and tells the statements. */
  String become(String script) {
    Plan plan = planTo(script, RenameResolver.none());
    String sql = sql(plan.forward());
    migrate(sql);
    return sql;
  }

  Plan plan(Schema to, RenameResolver renames) {
    Schema from = schema();
    return dialect.planner().plan(from, new Differ(renames).diff(from, to));
  }

  /** The values of a query, columns apart by blanks. */
  List<String> rows(String query) {
    return session.query(query).stream()
        .map(row ->
            row.values().values().stream().map(String::valueOf).collect(Collectors.joining(" ")))
        .toList();
  }

  static String sql(List<Statement> statements) {
    Stream<String> lines = statements.stream().map(statement -> statement.sql() + ";\n");
    return lines.collect(Collectors.joining());
  }

  @Override
  public void close() {
    session.close();
  }
}
