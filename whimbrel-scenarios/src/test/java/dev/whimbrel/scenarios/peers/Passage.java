package dev.whimbrel.scenarios.peers;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.RefusedException;
import dev.whimbrel.diff.Differ;
import dev.whimbrel.diff.RenameResolver;
import dev.whimbrel.migrate.jdbc.ConnectionUrl;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.plan.Guidance;
import dev.whimbrel.plan.LiveTables;
import dev.whimbrel.plan.Plan;
import dev.whimbrel.plan.Statement;
import dev.whimbrel.postgres.PostgresDialect;
import dev.whimbrel.schema.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Leads a database from its schema to that of another and back, and lets the dump tool judge.
 *
 * @param renames what was decided about names
 * @param live the tables with which others are to go on meanwhile
 * @param dump what the tool says of a database
 */
public record Passage(
    ConnectionUrl here,
    ConnectionUrl there,
    RenameResolver renames,
    LiveTables live,
    Function<ConnectionUrl, String> dump) {
  private static final Dialect DIALECT = new PostgresDialect();

  /** The passage while nobody else is there. */
  public Passage(ConnectionUrl here, ConnectionUrl there, Function<ConnectionUrl, String> dump) {
    this(here, there, RenameResolver.none(), LiveTables.none(), dump);
  }

  /** What came of it; a refusal is one that names its reason. */
  public Outcome outcome() {
    try {
      return judged();
    } catch (DatabaseException failure) {
      return new Outcome.Failed("reading", String.valueOf(failure.getMessage()));
    } catch (RefusedException refusal) {
      return new Outcome.Refused(String.valueOf(refusal.getMessage()));
    } catch (NoSuchElementException | IllegalArgumentException | IllegalStateException bug) {
      String where = Arrays.stream(bug.getStackTrace()).limit(12).toList().toString();
      return new Outcome.Failed("crash", bug + " " + where);
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
    return DIALECT
        .planner(new Guidance(List.of(), List.of(), live))
        .plan(from, new Differ(renames).diff(from, to));
  }

  private Schema inspected(ConnectionUrl url) {
    try (JdbcSession session = JdbcSession.open(url)) {
      return DIALECT.inspector().inspect(session);
    }
  }

  private Optional<Outcome> run(List<Statement> statements, String stage) {
    try (JdbcSession session = JdbcSession.open(here)) {
      run(session, statements);
      return Optional.empty();
    } catch (DatabaseException refusal) {
      String sql = statements.stream().map(Statement::sql).collect(Collectors.joining(";\n"));
      return Optional.of(new Outcome.Failed(stage, refusal.getMessage() + "\n" + sql));
    }
  }

  /** What cannot share a transaction ends one. */
  private static void run(JdbcSession session, List<Statement> statements) {
    var together = new ArrayList<Statement>();
    for (Statement each : statements) {
      if (each.transaction() == Statement.Transaction.INSIDE) {
        together.add(each);
      } else {
        commit(session, together);
        session.execute(each.sql());
      }
    }
    commit(session, together);
  }

  private static void commit(JdbcSession session, List<Statement> together) {
    session.inTransaction(() -> together.forEach(each -> session.execute(each.sql())));
    together.clear();
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
