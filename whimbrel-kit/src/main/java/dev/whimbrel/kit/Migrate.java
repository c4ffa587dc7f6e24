package dev.whimbrel.kit;

import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.directory.WhimbrelDirectory;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.migrate.run.DryRun;
import dev.whimbrel.migrate.run.MigrateResult;
import dev.whimbrel.migrate.run.Migrator;
import dev.whimbrel.migrate.run.RunEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Applies what is pending to the database. */
public final class Migrate {
  private final Project project;
  private final Consumer<RunEvent> listener;

  /**
   * @param listener is told while it happens
   */
  public Migrate(Project project, Consumer<RunEvent> listener) {
    this.project = project;
    this.listener = listener;
  }

  /**
   * What is wanted.
   *
   * @param to the last one to apply: an id, its beginning or its name
   * @param accepted the tables and columns whose loss someone has accepted; asked for in protected
   *     environments only
   */
  public record Request(Optional<String> to, boolean dryRun, Set<String> accepted) {
    public Request {
      accepted = Set.copyOf(accepted);
    }
  }

  /** What came of it. */
  public sealed interface Result {
    /** Nothing was done: this is what would be. */
    record Rehearsed(DryRun dryRun) implements Result {}

    /**
     * It was done.
     *
     * @param made the database, where it is a file that was made for this
     */
    record Done(MigrateResult outcome, Optional<Path> made) implements Result {}

    /** Nothing was done: these hold something, would be lost, and nobody has accepted that. */
    record WouldLose(List<String> losses) implements Result {
      public WouldLose {
        losses = List.copyOf(losses);
      }
    }
  }

  public Result run(Request request) {
    WhimbrelDirectory directory = project.directory();
    Optional<MigrationId> to = request.to().map(new MigrationChoice(directory)::meant);
    boolean makes = !request.dryRun() && !directory.migrations().isEmpty();
    Optional<Path> missing = project.missingFile().filter(file -> makes);
    try (JdbcSession session = makes ? project.open() : project.openToRead()) {
      var migrator = new Migrator(session, project.dialect(), directory, listener, project.clock());
      if (request.dryRun()) {
        return new Result.Rehearsed(migrator.dryRun(to));
      }
      List<String> losses = losses(migrator, session, to, request.accepted());
      return losses.isEmpty()
          ? new Result.Done(migrator.migrate(to), missing)
          : new Result.WouldLose(losses);
    }
  }

  /** Elsewhere, the finding of {@code generate} and {@code review} has to do. */
  private List<String> losses(
      Migrator migrator, JdbcSession session, Optional<MigrationId> to, Set<String> accepted) {
    if (!project.configuration().isProtected()) {
      return List.of();
    }
    List<MigrationId> ids = migrator.dryRun(to).parts().stream().map(DryRun.Part::id).toList();
    return new Losses(project, session)
        .applying(ids).stream().filter(loss -> !accepted.contains(loss)).toList();
  }
}
