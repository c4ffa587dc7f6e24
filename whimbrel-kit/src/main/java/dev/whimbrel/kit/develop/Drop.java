package dev.whimbrel.kit.develop;

import dev.whimbrel.change.Change;
import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.diff.Differ;
import dev.whimbrel.diff.RenameResolver;
import dev.whimbrel.kit.Project;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.plan.Plan;
import dev.whimbrel.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes everything out of a database for development, the history of its migrations included. */
public final class Drop {
  private final Project project;

  public Drop(Project project) {
    this.project = new OwnDatabase(project).forCommand("drop");
  }

  /**
   * What is wanted.
   *
   * @param accepted the tables whose rows may go, by name; or the name of the database
   */
  public record Request(Set<String> accepted) {
    public Request {
      accepted = Set.copyOf(accepted);
    }
  }

  /** What came of it. */
  public sealed interface Result {
    /** Nothing was done: someone has to agree to what would be lost. */
    record NeedsConsent(String database, List<Loss> losses) implements Result {
      public NeedsConsent {
        losses = List.copyOf(losses);
      }
    }

    record Done(List<Change> changes) implements Result {
      public Done {
        changes = List.copyOf(changes);
      }
    }
  }

  public Result run(Request request) {
    String database = DatabaseName.of(project.url());
    try (JdbcSession session = project.open()) {
      Dialect dialect = project.dialect();
      Schema from = dialect.inspector().inspect(session);
      List<Change> changes = new Differ(RenameResolver.none()).diff(from, Schema.empty());
      List<Loss> losses = losses(session, changes, from, request);
      if (!losses.isEmpty() && !request.accepted().contains(database)) {
        return new Result.NeedsConsent(database, losses);
      }
      new Performed(session, dialect).statements(statements(dialect.planner().plan(from, changes)));
      return new Result.Done(changes);
    }
  }

  private List<Loss> losses(
      JdbcSession session, List<Change> changes, Schema from, Request request) {
    return new Losses(session, project.dialect())
        .of(changes, from).stream()
            .filter(loss -> !request.accepted().contains(loss.name()))
            .toList();
  }

  private List<SqlStatement> statements(Plan plan) {
    var statements = new ArrayList<SqlStatement>();
    plan.forward().forEach(each -> statements.add(new SqlStatement(each.sql(), 1)));
    String history = project.dialect().historyTable().name();
    statements.add(new SqlStatement("DROP TABLE IF EXISTS " + history, 1));
    return statements;
  }
}
