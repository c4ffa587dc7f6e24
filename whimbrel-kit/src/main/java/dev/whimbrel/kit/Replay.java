package dev.whimbrel.kit;

import dev.whimbrel.dialect.Session;
import dev.whimbrel.kit.snapshot.Snapshot;
import dev.whimbrel.kit.sql.EmptyDatabase;
import dev.whimbrel.migrate.run.MigrationFailedException;
import dev.whimbrel.migrate.run.Migrator;
import dev.whimbrel.schema.Schema;
import java.util.List;
import java.util.Optional;

/** Finds out what the migrations make, by running all of them in an empty database. */
record Replay(Project project) {
  /**
   * What the next migration follows: the snapshot of the last one, or where that has none, what all
   * of them make; nothing if there are none.
   */
  Optional<Snapshot> last() {
    var snapshots = Snapshots.of(project);
    Optional<Snapshot> kept = snapshots.last();
    return kept.isPresent() || snapshots.isOurs() || project.directory().migrations().isEmpty()
        ? kept
        : Optional.of(Snapshot.of("", List.of(), project.dialect().name(), List.of(), schema()));
  }

  /**
   * The schema after the last one.
   *
   * @throws UnavailableException if one of them cannot run in an empty database
   */
  private Schema schema() {
    try (EmptyDatabase database = EmptyDatabase.of(project.dialect(), project.scratch())) {
      Session session = database.session();
      project.directory().migrations().forEach(each -> database.tries(each.up().sql()));
      migrator(session).migrate(Optional.empty());
      return project.dialect().inspector().inspect(session);
    } catch (MigrationFailedException failure) {
      throw new UnavailableException(
          "What the migrations make is found out by running them in an empty database, and there:\n"
              + failure.getMessage()
              + "\nIf they begin with what was there before them, write the SQL that makes that into a"
              + " migration in front of them all, and tell each database that has it: whimbrel"
              + " resolve MIGRATION --applied",
          failure);
    }
  }

  private Migrator migrator(Session session) {
    return new Migrator(
        session, project.dialect(), project.directory(), event -> {}, project.clock());
  }
}
