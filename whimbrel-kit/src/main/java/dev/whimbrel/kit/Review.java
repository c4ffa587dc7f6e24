package dev.whimbrel.kit;

import dev.whimbrel.change.Change;
import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.diff.Differ;
import dev.whimbrel.kit.rename.Decisions;
import dev.whimbrel.kit.rename.Renames;
import dev.whimbrel.kit.snapshot.Snapshot;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.directory.WhimbrelDirectory;
import dev.whimbrel.migrate.run.MigrationStatus;
import dev.whimbrel.plan.Plan;
import dev.whimbrel.review.Finding;
import dev.whimbrel.review.Reviewer;
import dev.whimbrel.schema.Schema;
import java.util.List;
import java.util.Optional;

/** Looks for danger in migrations, by what each makes of the snapshot before it. */
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
   */
  public record Request(List<String> migrations) {}

  /** What came of it. */
  public sealed interface Result {
    record Reviewed(List<OfMigration> migrations) implements Result {
      public boolean hasFindings() {
        return migrations.stream().anyMatch(each -> !each.findings().isEmpty());
      }
    }
  }

  /**
   * One migration.
   *
   * @param snapshot whether it has one; without, nothing is known of it
   */
  public record OfMigration(
      MigrationId id, boolean snapshot, List<Change> changes, List<Finding> findings) {}

  public Result run(Request request) {
    return new Result.Reviewed(chosen(request).stream().map(this::review).toList());
  }

  private List<MigrationId> chosen(Request request) {
    WhimbrelDirectory directory = project.directory();
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

  private OfMigration review(MigrationId id) {
    return plan(id)
        .map(plan ->
            new OfMigration(
                id, true, plan.changes(), new Reviewer(project.dialect().rules()).review(plan)))
        .orElseGet(() -> new OfMigration(id, false, List.of(), List.of()));
  }

  /** What a migration does, as far as its snapshot knows; nothing if it has none. */
  Optional<Plan> plan(MigrationId id) {
    var snapshots = new Snapshots(project.directory());
    return snapshots
        .of(id)
        .map(snapshot -> plan(snapshots.parent(id, snapshot), snapshot, project.dialect()));
  }

  private static Plan plan(Optional<Snapshot> parent, Snapshot snapshot, Dialect dialect) {
    Schema from = parent.map(Snapshot::schema).orElse(Schema.empty());
    var decided = Decisions.parse(String.join("\n", snapshot.renames()));
    var renames = new Renames(List.of(), decided, question -> Optional.of(question.added()));
    return dialect.planner().plan(from, new Differ(renames).diff(from, snapshot.schema()));
  }
}
