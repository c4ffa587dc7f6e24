package dev.whimbrel.kit;

import dev.whimbrel.change.Change;
import dev.whimbrel.kit.config.ConfigurationException;
import dev.whimbrel.kit.draft.MigrationNames;
import dev.whimbrel.kit.draft.ScriptText;
import dev.whimbrel.kit.snapshot.Snapshot;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Writes the migration that follows two branches at once. It does nothing by itself: its snapshot
 * says what both have made together.
 */
public final class JoinBranches {
  private final Project project;
  private final RandomGenerator random;

  /**
   * @param random chooses a name where none is given
   */
  public JoinBranches(Project project, RandomGenerator random) {
    this.project = project;
    this.random = random;
  }

  /** What came of it. */
  public sealed interface Result {
    /** There is one line already. */
    record NothingToJoin() implements Result {}

    /** They do not fit together, and nothing was written. */
    record Conflicting(Branches.Result.Branched branches) implements Result {}

    /**
     * They were joined.
     *
     * @param folder where the new migration lies
     */
    record Joined(MigrationId id, String folder, MigrationId one, MigrationId other)
        implements Result {}
  }

  /**
   * Joins the last two branches, if there are any.
   *
   * @throws UnavailableException if no scratch server can be started
   */
  public Result run(Optional<String> name) {
    var branches = new Branches(project);
    Optional<Branches.Fork> fork = branches.fork();
    return switch (branches.run()) {
      case Branches.Result.OneLine line -> new Result.NothingToJoin();
      case Branches.Result.Branched branched when branched.conflict().isPresent() ->
          new Result.Conflicting(branched);
      case Branches.Result.Branched branched -> joined(fork.orElseThrow(), name);
    };
  }

  private Result joined(Branches.Fork fork, Optional<String> name) {
    var addition = new Addition(project);
    MigrationId last = project.directory().migrations().getLast().id();
    MigrationId id =
        addition.next(
            Optional.of(last),
            new MigrationNames(project.clock(), random),
            name.or(() -> Optional.of("join " + fork.one().name() + " " + fork.other().name())));
    String folder = addition.place(id);
    addition.write(
        id,
        Map.of(
            "migration.sql",
            ScriptText.empty(
                "Joins %s and %s, and has nothing to do.".formatted(fork.one(), fork.other())),
            "down.sql",
            ScriptText.empty("There is nothing to take back."),
            Snapshots.FILE_NAME,
            snapshot(id, fork).json()));
    return new Result.Joined(id, folder, fork.one(), fork.other());
  }

  private Snapshot snapshot(MigrationId id, Branches.Fork fork) {
    Snapshot one = snapshot(fork.one());
    Snapshot other = snapshot(fork.other());
    return Snapshot.of(
        id.value(),
        List.of(one.id(), other.id()),
        project.dialect().name(),
        List.of(),
        together(one.schema(), fork.second()));
  }

  /** The branches do not depend on their order, so what one did can be done on the other. */
  private Schema together(Schema one, List<Migration> other) {
    var plans = Plans.of(project);
    var lineage = Lineage.of(Snapshots.of(project));
    Schema schema = one;
    for (Migration each : other) {
      if (!lineage.joins(each.id())) {
        schema = Change.applyAll(plans.changes(each.id()), schema);
      }
    }
    return schema;
  }

  private Snapshot snapshot(MigrationId id) {
    return Snapshots.of(project)
        .of(id)
        .orElseThrow(() -> new ConfigurationException("The snapshot of " + id + " is gone."));
  }
}
