package dev.whimbrel.kit;

import dev.whimbrel.change.Change;
import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.diff.Differ;
import dev.whimbrel.kit.rename.Decisions;
import dev.whimbrel.kit.rename.Renames;
import dev.whimbrel.kit.snapshot.Snapshot;
import dev.whimbrel.kit.watch.Watched;
import dev.whimbrel.kit.watch.Watcher;
import dev.whimbrel.migrate.directory.Direction;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationDirectory;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.run.MigrationStatus;
import dev.whimbrel.plan.Plan;
import dev.whimbrel.review.Finding;
import dev.whimbrel.review.Reviewer;
import dev.whimbrel.review.Severity;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptFinding;
import dev.whimbrel.review.script.ScriptReviewer;
import dev.whimbrel.schema.Schema;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks for danger in migrations: in what their statements say and were seen to do on a scratch
 * server, or, where nothing can be seen, in what each makes of the snapshot before it.
 */
public final class Review {
  private final Project project;

  public Review(Project project) {
    this.project = project;
  }

  /**
   * What is wanted.
   *
   * @param migrations by id, its beginning or name; none means those that are pending, or all of
   *     them where no database is named
   * @param trying whether they may be tried on a scratch server
   */
  public record Request(List<String> migrations, boolean trying) {}

  /** What came of it. */
  public sealed interface Result {
    /**
     * They were looked at.
     *
     * @param stumbles what was refused on the way to the state before them
     */
    record Reviewed(List<OfMigration> migrations, List<String> stumbles) implements Result {
      /** Whether there is a finding that matters as much, and that nobody allowed. */
      public boolean hasFindings(Severity least) {
        return migrations.stream().anyMatch(each -> each.hasFindings(least));
      }
    }
  }

  /**
   * One migration.
   *
   * @param place where its script lies
   * @param script its statements, with what was seen of them
   * @param changes what it makes of the snapshot before it, as far as there are snapshots
   * @param findings about those changes, where the statements do not tell them
   * @param inScript about the statements
   */
  public record OfMigration(
      MigrationId id,
      String place,
      Script script,
      List<Change> changes,
      List<Finding> findings,
      List<ScriptFinding> inScript) {
    boolean hasFindings(Severity least) {
      return Stream.concat(
              findings.stream().map(Finding::severity),
              inScript.stream()
                  .filter(each -> !each.isAllowed())
                  .map(each -> each.danger().severity()))
          .anyMatch(severity -> severity.compareTo(least) >= 0);
    }
  }

  public Result run(Request request) {
    List<MigrationId> chosen = chosen(request);
    Watched watched =
        new Watcher(project.dialect())
            .watch(project.directory().migrations(), new LinkedHashSet<>(chosen), request.trying());
    return new Result.Reviewed(
        chosen.stream().map(id -> review(id, script(watched, id))).toList(), watched.stumbles());
  }

  private static Script script(Watched watched, MigrationId id) {
    return watched.scripts().getOrDefault(id, new Script("", List.of(), true));
  }

  private List<MigrationId> chosen(Request request) {
    MigrationDirectory directory = project.directory();
    if (!request.migrations().isEmpty()) {
      return request.migrations().stream().map(new MigrationChoice(directory)::meant).toList();
    }
    return project.hasDatabase()
        ? pending()
        : directory.migrations().stream().map(Migration::id).toList();
  }

  private List<MigrationId> pending() {
    return switch (new Status(project).run(new Status.Request(false))) {
      case Status.Result.OfFolder folder -> folder.migrations();
      case Status.Result.OfDatabase database ->
          database.migrations().stream()
              .filter(each -> each.state().isPending())
              .map(MigrationStatus::id)
              .toList();
    };
  }

  private OfMigration review(MigrationId id, Script script) {
    Dialect dialect = project.dialect();
    Optional<Plan> plan = plan(id);
    List<Change> changes = plan.map(Plan::changes).orElse(List.of());
    boolean byChanges = dialect.observer().isEmpty() && !changes.isEmpty();
    return new OfMigration(
        id,
        project.directory().place(id, Direction.UP),
        script,
        changes,
        byChanges ? new Reviewer(dialect.rules()).review(plan.orElseThrow()) : List.of(),
        byChanges ? List.of() : new ScriptReviewer(dialect.scriptRules()).review(script));
  }

  /** What a migration does, as far as its snapshot knows; nothing if it has none. */
  Optional<Plan> plan(MigrationId id) {
    var snapshots = Snapshots.of(project);
    return snapshots
        .of(id)
        .filter(snapshot -> snapshots.tellsWhatIsNew(id, snapshot))
        .map(snapshot -> plan(snapshots.parent(id, snapshot), snapshot, project.dialect()));
  }

  private static Plan plan(Optional<Snapshot> parent, Snapshot snapshot, Dialect dialect) {
    Schema from = parent.map(Snapshot::schema).orElse(Schema.empty());
    var decided = Decisions.parse(String.join("\n", snapshot.renames()));
    var renames = new Renames(List.of(), decided, question -> Optional.of(question.added()));
    return dialect.planner().plan(from, new Differ(renames).diff(from, snapshot.schema()));
  }
}
