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
import dev.whimbrel.scenarios.RealDatabase;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.scratch.ScratchDatabase;
import dev.whimbrel.scratch.ScratchServer;
import dev.whimbrel.testkit.database.PostgresDump;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Leads a database from the one schema to the other and back, and lets the dump tool judge. */
final class PeerTrial {
  private final Dialect dialect = new PostgresDialect();
  private final PeerCase pair;
  private final ConnectionUrl here;
  private final ConnectionUrl there;

  private PeerTrial(PeerCase pair, ConnectionUrl here, ConnectionUrl there) {
    this.pair = pair;
    this.here = here;
    this.there = there;
  }

  static Outcome of(PeerCase pair, ScratchServer server) {
    try (ScratchDatabase here = server.create();
        ScratchDatabase there = server.create()) {
      return new PeerTrial(pair, RealDatabase.on(here).url(), RealDatabase.on(there).url())
          .outcome();
    } finally {
      Roles.forget(server);
    }
  }

  private Outcome outcome() {
    try {
      load(here, pair.from());
      load(there, pair.to());
    } catch (DatabaseException refusal) {
      return new Outcome.DoesNotLoad(String.valueOf(refusal.getMessage()));
    }
    try {
      return judged();
    } catch (RefusedException refusal) {
      return new Outcome.Refused(String.valueOf(refusal.getMessage()));
    }
  }

  private void load(ConnectionUrl url, String script) {
    try (JdbcSession session = JdbcSession.open(url)) {
      dialect
          .splitter()
          .split(script.replaceAll("(?m)^\\\\.*$", ""))
          .forEach(statement -> load(session, statement.sql()));
    }
  }

  /** Who is spoken of need not be there on a server of our own, so that we make them. */
  private static void load(JdbcSession session, String sql) {
    try {
      session.execute(sql);
    } catch (DatabaseException refusal) {
      if (!Roles.made(session, refusal)) {
        throw refusal;
      }
      load(session, sql);
    }
  }

  private Outcome judged() {
    String before = dump(here);
    Schema wanted = inspected(there);
    Plan plan = plan(inspected(here), wanted);
    Optional<Outcome> wrong =
        run(plan.forward(), "forward")
            .or(() -> compared(dump(here), dump(there), "dump"))
            .or(() -> nothingLeft(wanted))
            .or(() -> run(plan.back(), "back"))
            .or(() -> compared(dump(here), before, "dump back"));
    return wrong.orElseGet(Outcome.Passed::new);
  }

  private Plan plan(Schema from, Schema to) {
    return dialect.planner().plan(from, new Differ(RenameResolver.none()).diff(from, to));
  }

  private Schema inspected(ConnectionUrl url) {
    try (JdbcSession session = JdbcSession.open(url)) {
      return dialect.inspector().inspect(session);
    }
  }

  private static String dump(ConnectionUrl url) {
    return new PostgresDump(url).withPrivileges();
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
