package dev.whimbrel.kit;

import dev.whimbrel.kit.prove.ProofRecords;
import dev.whimbrel.migrate.directory.MigrationDirectory;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.migrate.run.DryRun;
import dev.whimbrel.migrate.run.MigrationStatus;
import dev.whimbrel.migrate.run.Migrator;
import dev.whimbrel.migrate.run.RollBackResult;
import dev.whimbrel.migrate.run.RunEvent;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Takes back what was applied last. */
public final class RollBack {
  private final Project project;
  private final Consumer<RunEvent> listener;

  /**
   * @param listener is told while it happens
   */
  public RollBack(Project project, Consumer<RunEvent> listener) {
    this.project = project;
    this.listener = listener;
  }

  /**
   * What is wanted.
   *
   * @param accepted the tables and columns whose loss someone has accepted
   */
  public record Request(Extent extent, boolean dryRun, Set<String> accepted) {
    public Request {
      accepted = Set.copyOf(accepted);
    }
  }

  /** How far to go back. */
  public sealed interface Extent {
    /** So many migrations. */
    record Steps(int count) implements Extent {}

    /** To one that itself stays: its id, the beginning of it, or its name. */
    record To(String migration) implements Extent {}
  }

  /** What came of it. */
  public sealed interface Result {
    /**
     * Nothing was done: this is what would be.
     *
     * @param failed what was tried in vain, so that there is nothing of it to take back
     */
    record Rehearsed(DryRun dryRun, List<MigrationId> failed) implements Result {
      public Rehearsed {
        failed = List.copyOf(failed);
      }
    }

    /**
     * It was done.
     *
     * @param failed what was tried in vain, so that there was nothing of it to take back
     */
    record Done(RollBackResult outcome, List<MigrationId> failed) implements Result {
      public Done {
        failed = List.copyOf(failed);
      }
    }

    /** Nothing was done: these hold something, would be lost, and nobody has accepted that. */
    record WouldLose(List<String> losses) implements Result {
      public WouldLose {
        losses = List.copyOf(losses);
      }
    }
  }

  public Result run(Request request) {
    MigrationDirectory directory = project.directory();
    try (JdbcSession session = project.openToRead()) {
      var migrator = project.migrator(session, listener);
      var choice = new MigrationChoice(directory);
      DryRun rehearsed = rehearsed(request.extent(), migrator, choice);
      List<MigrationId> failed = failed(migrator);
      if (request.dryRun()) {
        return new Result.Rehearsed(rehearsed, failed);
      }
      List<String> losses = losses(rehearsed, session, request.accepted());
      if (!losses.isEmpty()) {
        return new Result.WouldLose(losses);
      }
      if (project.configuration().isProtected()) {
        requireProof(rehearsed, directory, project.proofs());
      }
      return new Result.Done(done(request.extent(), migrator, choice), failed);
    }
  }

  /** Whoever goes back after a failure may mean what failed. */
  private static List<MigrationId> failed(Migrator migrator) {
    return migrator.status().stream()
        .filter(status -> status.state() == MigrationStatus.State.FAILED)
        .map(MigrationStatus::id)
        .toList();
  }

  /** In a protected environment nobody goes a way back that was not tried out before. */
  private static void requireProof(
      DryRun rehearsed, MigrationDirectory directory, ProofRecords records) {
    Set<MigrationId> meant =
        rehearsed.parts().stream().map(DryRun.Part::id).collect(Collectors.toSet());
    directory.migrations().stream()
        .filter(each -> meant.contains(each.id()))
        .filter(each -> records.of(each).filter(record -> record.verdict().comesBack()).isEmpty())
        .findFirst()
        .ifPresent(each -> {
          throw new UnprovenException(
              ("The way back of %s is %s, and this environment is protected. Nothing was done."
                      + " Prove it where nothing can be lost: whimbrel prove %s")
                  .formatted(each.id(), records.word(each), each.id()));
        });
  }

  private List<String> losses(DryRun rehearsed, JdbcSession session, Set<String> accepted) {
    List<MigrationId> ids = rehearsed.parts().stream().map(DryRun.Part::id).toList();
    return new Losses(project, session)
        .takingBack(ids).stream().filter(loss -> !accepted.contains(loss)).toList();
  }

  private static DryRun rehearsed(Extent extent, Migrator migrator, MigrationChoice choice) {
    return switch (extent) {
      case Extent.Steps(var count) -> migrator.dryRollBack(count);
      case Extent.To(var migration) -> migrator.dryRollBackTo(choice.meant(migration));
    };
  }

  private static RollBackResult done(Extent extent, Migrator migrator, MigrationChoice choice) {
    return switch (extent) {
      case Extent.Steps(var count) -> migrator.rollBack(count);
      case Extent.To(var migration) -> migrator.rollBackTo(choice.meant(migration));
    };
  }
}
