package dev.whimbrel.kit.develop;

import dev.whimbrel.change.Change;
import dev.whimbrel.diff.RenameQuestion;
import dev.whimbrel.kit.Planning;
import dev.whimbrel.kit.Project;
import dev.whimbrel.kit.draft.Fills;
import dev.whimbrel.kit.draft.ScriptText;
import dev.whimbrel.kit.rename.Asker;
import dev.whimbrel.kit.rename.Decisions;
import dev.whimbrel.kit.rename.UndecidedException;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.plan.LiveTables;
import dev.whimbrel.plan.Plan;
import java.util.List;
import java.util.Set;

/** Gives a database for development the shape of the schema, without a migration. */
public final class Push {
  private final Project project;
  private final Asker person;

  /**
   * @param person is asked about renames that nothing else answers
   */
  public Push(Project project, Asker person) {
    this.project = new OwnDatabase(project).forCommand("push");
    this.person = person;
  }

  /**
   * What is wanted.
   *
   * @param accepted the losses that are agreed to, by name
   * @param dryRun whether to change nothing
   */
  public record Request(Set<String> accepted, Decisions decisions, Fills fills, boolean dryRun) {
    public Request {
      accepted = Set.copyOf(accepted);
    }
  }

  /** What came of it. */
  public sealed interface Result {
    /** The database has that shape. */
    record UpToDate() implements Result {}

    /** Nothing was done: someone has to say what was renamed. */
    record NeedsDecisions(List<RenameQuestion> questions) implements Result {
      public NeedsDecisions {
        questions = List.copyOf(questions);
      }
    }

    /** Nothing was done: someone has to agree to what would be lost. */
    record NeedsConsent(List<Change> changes, String sql, List<Loss> losses) implements Result {
      public NeedsConsent {
        changes = List.copyOf(changes);
        losses = List.copyOf(losses);
      }
    }

    /** Nothing was done, as asked. */
    record Planned(List<Change> changes, String sql, List<Loss> losses) implements Result {
      public Planned {
        changes = List.copyOf(changes);
        losses = List.copyOf(losses);
      }
    }

    record Done(List<Change> changes, String sql) implements Result {
      public Done {
        changes = List.copyOf(changes);
      }
    }
  }

  public Result run(Request request) {
    try (JdbcSession session = project.open()) {
      Plan plan = plan(session, request);
      return plan.changes().isEmpty() ? new Result.UpToDate() : done(session, plan, request);
    } catch (UndecidedException undecided) {
      return new Result.NeedsDecisions(undecided.questions());
    }
  }

  private Plan plan(JdbcSession session, Request request) {
    return new Planning(project, person, request.decisions(), request.fills(), LiveTables.none())
        .from(project.inspected(session))
        .plan();
  }

  private Result done(JdbcSession session, Plan plan, Request request) {
    String sql = ScriptText.up(plan);
    List<Loss> losses =
        new Losses(session, project.dialect())
            .of(plan.changes(), plan.from()).stream()
                .filter(loss -> !request.accepted().contains(loss.name()))
                .toList();
    if (request.dryRun()) {
      return new Result.Planned(plan.changes(), sql, losses);
    }
    if (!losses.isEmpty()) {
      return new Result.NeedsConsent(plan.changes(), sql, losses);
    }
    new Performed(session, project.dialect()).plan(plan);
    return new Result.Done(plan.changes(), sql);
  }
}
