package dev.whimbrel.kit;

import dev.whimbrel.kit.config.ConfigurationException;
import dev.whimbrel.migrate.directory.MigrationDirectory;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.migrate.run.Migrator;
import java.util.List;
import java.util.Optional;

/** Marks the history by hand, where a person knows better; runs no migration. */
public final class Resolve {
  private final Project project;

  public Resolve(Project project) {
    this.project = project;
  }

  /** What is wanted; migrations are named by their id, its beginning or their name. */
  public sealed interface Request {
    /** It counts as applied, though it did not run or was edited since. */
    record Applied(String migration) implements Request {}

    /** It counts as rolled back, though nothing was undone here. */
    record RolledBack(String migration) implements Request {}

    /** All up to this one count as applied, in a database without a history. */
    record Baseline(Optional<String> to) implements Request {}
  }

  /**
   * What is marked now.
   *
   * @throws ConfigurationException if the database is a file that is not there, where nothing ran
   */
  public List<MigrationId> run(Request request) {
    project
        .missingFile()
        .ifPresent(file -> {
          throw new ConfigurationException(
              "There is no file %s, so nothing can have run there. Look at the database's URL; whimbrel migrate makes the file. Nothing was marked."
                  .formatted(file));
        });
    MigrationDirectory directory = project.directory();
    var choice = new MigrationChoice(directory);
    try (JdbcSession session = project.open()) {
      var migrator = project.migrator(session, event -> {});
      return switch (request) {
        case Request.Applied(var text) -> applied(migrator, choice.meant(text));
        case Request.RolledBack(var text) -> rolledBack(migrator, text, choice);
        case Request.Baseline(var to) -> migrator.baseline(to.map(choice::meant));
      };
    }
  }

  private static List<MigrationId> applied(Migrator migrator, MigrationId id) {
    migrator.markApplied(id);
    return List.of(id);
  }

  /** A migration whose files are gone is known by its whole id only. */
  private static List<MigrationId> rolledBack(
      Migrator migrator, String text, MigrationChoice choice) {
    MigrationId id =
        migrator.status().stream()
            .map(status -> status.id())
            .filter(known -> known.value().equals(text))
            .findFirst()
            .orElseGet(() -> choice.meant(text));
    migrator.markRolledBack(id);
    return List.of(id);
  }
}
