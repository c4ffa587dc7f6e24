package dev.whimbrel.kit.develop;

import dev.whimbrel.kit.Migrate;
import dev.whimbrel.kit.Project;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.migrate.run.MigrateResult;
import dev.whimbrel.migrate.run.RunEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Begins a database for development anew: takes everything away, which is the files where it lives
 * in files, and applies every migration.
 */
public final class Reset {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Project project;
  private final Consumer<RunEvent> listener;

  /**
   * @param listener is told while it happens
   */
  public Reset(Project project, Consumer<RunEvent> listener) {
    this.project = new OwnDatabase(project).forCommand("reset");
    this.listener = listener;
  }

  /**
   * What is wanted.
   *
   * @param accepted the name of the database, if its rows may go
   */
  public record Request(Set<String> accepted) {
    public Request {
      accepted = Set.copyOf(accepted);
    }
  }

  /** What came of it. */
  public sealed interface Result {
    /** Nothing was done: someone has to agree to what would be lost. */
    record NeedsConsent(String database) implements Result {}

    /**
     * It is new.
     *
     * @param files which were removed, where it lives in files
     */
    record Done(List<Path> files, MigrateResult outcome) implements Result {
      public Done {
        files = List.copyOf(files);
      }
    }
  }

  public Result run(Request request) {
    String database = DatabaseName.of(project.url());
    var files = DatabaseFiles.of(project.dialect(), project.url());
    if (files.isEmpty() || files.get().exist()) {
      if (!request.accepted().contains(database)) {
        return new Result.NeedsConsent(database);
      }
    }
    return new Result.Done(removed(files, database), migrated());
  }

  private List<Path> removed(Optional<DatabaseFiles> files, String database) {
    if (files.isEmpty()) {
      new Drop(project).run(new Drop.Request(Set.of(database)));
      return List.of();
    }
    if (files.get().exist()) {
      files.get().requireDatabase();
      waitForWriters();
    }
    return files.get().remove();
  }

  /** A file that somebody writes to is not taken away from under them. */
  private void waitForWriters() {
    try (JdbcSession session = project.open()) {
      project.dialect().lock().acquire(session, PATIENCE).close();
    }
  }

  private MigrateResult migrated() {
    var request = new Migrate.Request(Optional.empty(), false);
    return switch (new Migrate(project, listener).run(request)) {
      case Migrate.Result.Done(var outcome) -> outcome;
      case Migrate.Result.Rehearsed rehearsed ->
          throw new IllegalStateException("a run that was no rehearsal came back as one");
    };
  }
}
