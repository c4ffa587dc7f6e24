package dev.whimbrel.scenarios.sqlite;

import dev.whimbrel.change.Change;
import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.RefusedException;
import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.diff.Differ;
import dev.whimbrel.kit.rename.Decisions;
import dev.whimbrel.kit.rename.Renames;
import dev.whimbrel.kit.rename.SameName;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.plan.Plan;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.sqlite.SqliteDialect;
import dev.whimbrel.testkit.database.SqliteShape;
import java.util.List;
import java.util.Optional;

/** Leads a database from one schema of a case to the other, and looks at what came of it. */
final class PeerTrial implements AutoCloseable {
  private final Dialect dialect = new SqliteDialect();
  private final PeerCase tried;
  private final JdbcSession here = empty();
  private final JdbcSession wanted = empty();

  PeerTrial(PeerCase tried) {
    this.tried = tried;
  }

  /** How it ended. */
  sealed interface Outcome {
    record Passed() implements Outcome {}

    /** The schema is right in an empty database; with rows it refuses, and this is its letter. */
    record Refused(String letter) implements Outcome {}

    /** SQLite itself does not take one of the two schemas. */
    record NotSqlite(String why) implements Outcome {}

    record Failed(String cause) implements Outcome {}
  }

  static Outcome outcome(PeerCase tried) {
    Outcome withRows;
    try (var trial = new PeerTrial(tried)) {
      withRows = trial.outcome(true);
    }
    if (!(withRows instanceof Outcome.Refused)) {
      return withRows;
    }
    try (var trial = new PeerTrial(tried)) {
      return trial.outcome(false) instanceof Outcome.Failed failed ? failed : withRows;
    }
  }

  private Outcome outcome(boolean rows) {
    Optional<String> unfit = load(here, tried.before()).or(() -> load(wanted, tried.after()));
    if (unfit.isPresent()) {
      return new Outcome.NotSqlite(unfit.get());
    }
    try {
      return tried(rows);
    } catch (DatabaseException failure) {
      return failure
          .hint()
          .<Outcome>map(hint -> new Outcome.Refused(failure.getMessage() + " — " + hint))
          .orElseGet(() -> new Outcome.Failed("SQLite refuses our SQL: " + failure.getMessage()));
    } catch (RefusedException letter) {
      return new Outcome.Refused(String.valueOf(letter.getMessage()));
    } catch (RuntimeException failure) {
      return new Outcome.Failed(failure.toString());
    }
  }

  private Outcome tried(boolean rows) {
    var peerRows = new PeerRows(here);
    if (rows) {
      peerRows.write();
    }
    Schema to = dialect.inspector().inspect(wanted);
    Plan plan = plan(to);
    peerRows.note(plan);
    run(plan);
    Optional<String> difference = difference(to).or(peerRows::difference);
    return difference.<Outcome>map(Outcome.Failed::new).orElseGet(Outcome.Passed::new);
  }

  private Plan plan(Schema to) {
    Schema from = dialect.inspector().inspect(here);
    var differ = new Differ(this::renames);
    return dialect.planner().plan(from, differ.diff(from, to));
  }

  /** What the other tool was told; and what SQLite takes for one name. */
  private List<Change> renames(Schema from, Schema to) {
    List<Change> told = tried.answers(from);
    var sameName = new SameName(dialect::sameName, question -> Optional.of(question.added()));
    return told.isEmpty()
        ? new Renames(List.of(), Decisions.none(), sameName).renames(from, to)
        : told;
  }

  private void run(Plan plan) {
    List<SqlStatement> statements =
        plan.forward().stream().map(each -> new SqlStatement(each.sql(), 1)).toList();
    dialect
        .frame()
        .run(here, statements, () -> statements.forEach(each -> here.execute(each.sql())));
  }

  private Optional<String> difference(Schema to) {
    if (!lines(here).equals(lines(wanted))) {
      return Optional.of("another shape: " + lines(here) + " instead of " + lines(wanted));
    }
    Schema from = dialect.inspector().inspect(here);
    List<?> left = new Differ((before, after) -> List.of()).diff(from, to);
    return left.isEmpty() ? Optional.empty() : Optional.of("still to be done: " + left);
  }

  /** Columns in whichever order, since a new one goes to the end. */
  private static List<String> lines(JdbcSession session) {
    return new SqliteShape(session).text().lines().sorted().toList();
  }

  private Optional<String> load(JdbcSession session, String script) {
    try {
      dialect.splitter().split(script).forEach(each -> session.execute(each.sql()));
      return Optional.empty();
    } catch (DatabaseException refused) {
      return Optional.of(String.valueOf(refused.getMessage()));
    }
  }

  private static JdbcSession empty() {
    JdbcSession session =
        JdbcSession.open("jdbc:sqlite::memory:", Optional.empty(), Optional.empty());
    session.execute("PRAGMA foreign_keys=ON");
    return session;
  }

  @Override
  public void close() {
    here.close();
    wanted.close();
  }
}
