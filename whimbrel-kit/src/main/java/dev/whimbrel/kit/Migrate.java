package dev.whimbrel.kit;

import dev.whimbrel.migrate.directory.MigrationDirectory;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.migrate.run.DryRun;
import dev.whimbrel.migrate.run.MigrateResult;
import dev.whimbrel.migrate.run.MigrationStatus;
import dev.whimbrel.migrate.run.Migrator;
import dev.whimbrel.migrate.run.RunEvent;
import dev.whimbrel.migrate.run.RunRefusedException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

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
   */
  public record Request(Optional<String> to, boolean dryRun) {}

  /** What came of it. */
  public sealed interface Result {
    /** Nothing was done: this is what would be. */
    record Rehearsed(DryRun dryRun) implements Result {}

    record Done(MigrateResult outcome) implements Result {}
  }

  public Result run(Request request) {
    MigrationDirectory directory = project.directory();
    Optional<MigrationId> to = request.to().map(new MigrationChoice(directory)::meant);
    try (JdbcSession session = project.open()) {
      var migrator = project.migrator(session, listener);
      refuseLate(migrator);
      return request.dryRun()
          ? new Result.Rehearsed(migrator.dryRun(to))
          : new Result.Done(migrator.migrate(to));
    }
  }

  /** A late one is applied, and told of, unless the project does not want that. */
  private void refuseLate(Migrator migrator) {
    if (!project.configuration().migrations().lateRefused()) {
      return;
    }
    String late =
        migrator.status().stream()
            .filter(status -> status.state() == MigrationStatus.State.OUT_OF_ORDER)
            .map(status -> status.id().value())
            .collect(Collectors.joining(", "));
    if (!late.isEmpty()) {
      throw new RunRefusedException(
          ("%s comes before one that ran already, and the configuration says out-of-order: refuse."
                  + " Nothing was run. Give it a later name, or say out-of-order: allow.")
              .formatted(late));
    }
  }
}
