package dev.whimbrel.kit;

import dev.whimbrel.change.Change;
import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.diff.Differ;
import dev.whimbrel.kit.rename.Decisions;
import dev.whimbrel.kit.rename.Renames;
import dev.whimbrel.kit.snapshot.Snapshot;
import dev.whimbrel.migrate.directory.MigrationDirectory;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.directory.ReadOnce;
import dev.whimbrel.plan.Plan;
import dev.whimbrel.schema.Schema;
import java.util.List;
import java.util.Optional;

/** What migrations do, as far as their snapshots know. */
record Plans(Snapshots snapshots, Dialect dialect) {
  static Plans of(Project project) {
    return of(project, ReadOnce.now(project.directory()));
  }

  /** Of a directory that was read already. */
  static Plans of(Project project, MigrationDirectory directory) {
    return new Plans(Snapshots.of(project, directory), project.dialect());
  }

  /** Nothing if a migration has no snapshot, or joins branches and so does nothing by itself. */
  Optional<Plan> of(MigrationId id) {
    return snapshots
        .of(id)
        .filter(snapshot -> snapshot.parents().size() < 2)
        .filter(snapshot -> snapshots.tellsWhatIsNew(id, snapshot))
        .map(snapshot -> plan(snapshots.parent(id, snapshot), snapshot));
  }

  /** The changes of that plan. */
  List<Change> changes(MigrationId id) {
    return of(id).map(Plan::changes).orElse(List.of());
  }

  private Plan plan(Optional<Snapshot> parent, Snapshot snapshot) {
    Schema from = parent.map(Snapshot::schema).orElse(Schema.empty());
    var decided = Decisions.parse(String.join("\n", snapshot.renames()));
    var renames = new Renames(List.of(), decided, question -> Optional.of(question.added()));
    return dialect.planner().plan(from, new Differ(renames).diff(from, snapshot.schema()));
  }
}
