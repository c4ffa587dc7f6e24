package dev.whimbrel.scenarios.peers;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.RefusedException;
import dev.whimbrel.diff.Differ;
import dev.whimbrel.diff.RenameResolver;
import dev.whimbrel.migrate.jdbc.ConnectionUrl;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.plan.Plan;
import dev.whimbrel.plan.Statement;
import dev.whimbrel.postgres.PostgresDialect;
import dev.whimbrel.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Leads a database from its schema to that of another and back, and lets the dump tool judge.
 *
 * @param dump what the tool says of a database
 * @param renames tells what is an older thing under a new name
 */
public record Passage(
    ConnectionUrl here,
    ConnectionUrl there,
    Function<ConnectionUrl, String> dump,
    RenameResolver renames) {
  private static final Dialect DIALECT = new PostgresDialect();

  /** One in which nothing was renamed. */
  public Passage(ConnectionUrl here, ConnectionUrl there, Function<ConnectionUrl, String> dump) {
    this(here, there, dump, RenameResolver.none());
  }

  /** What came of it; a refusal is one that names its reason. */
  public Outcome outcome() {
    try {
      return judged();
    } catch (DatabaseException failure) {
      return new Outcome.Failed("reading", String.valueOf(failure.getMessage()));
    } catch (RefusedException refusal) {
      return new Outcome.Refused(String.valueOf(refusal.getMessage()));
    }
  }

  private Outcome judged() {
    String before = dump.apply(here);
    Schema wanted = inspected(there);
    Plan plan = plan(inspected(here), wanted);
    Optional<Outcome> wrong =
        run(plan.forward(), "forward")
            .or(() -> compared(dump.apply(here), dump.apply(there), "dump"))
            .or(() -> nothingLeft(wanted))
            .or(() -> run(plan.back(), "back"))
            .or(() -> compared(dump.apply(here), before, "dump back"));
    return wrong.orElseGet(Outcome.Passed::new);
  }

  private Plan plan(Schema from, Schema to) {
    return DIALECT.planner().plan(from, new Differ(renames).diff(from, to));
  }

  private Schema inspected(ConnectionUrl url) {
    try (JdbcSession session = JdbcSession.open(url)) {
      return DIALECT.inspector().inspect(session);
    }
  }

  private Optional<Outcome> run(List<Statement> statements, String stage) {
    try (JdbcSession session = JdbcSession.open(here)) {
      session.inTransaction(() -> statements.forEach(each -> session.execute(each.sql())));
      return Optional.empty();
    } catch (DatabaseException refusal) {
      String sql = statements.stream().map(Statement::sql).collect(Collectors.joining(";\n"));
      return Optional.of(new Outcome.Failed(stage, refusal.getMessage() + "\n" + sql));
    }
  }

  private Optional<Outcome> nothingLeft(Schema wanted) {
    Plan again = plan(inspected(here), wanted);
    String left = again.changes().stream().map(each -> each.describe()).toList().toString();
    return again.changes().isEmpty()
        ? Optional.empty()
        : Optional.of(new Outcome.Failed("again", left));
  }

  private static Optional<Outcome> compared(String found, String wanted, String stage) {
    return found.equals(wanted)
        ? Optional.empty()
        : Optional.of(new Outcome.Failed(stage, Difference.of(found, wanted)));
  }
}
