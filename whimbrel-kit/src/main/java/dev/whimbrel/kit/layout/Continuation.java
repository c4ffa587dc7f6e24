package dev.whimbrel.kit.layout;

import dev.whimbrel.migrate.directory.MigrationId;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SequencedMap;

/** How migrations go on in one layout. */
public interface Continuation {
  /**
   * What the next migration is called.
   *
   * @param last the one it follows
   * @param words its name in snake case
   */
  MigrationId next(Optional<MigrationId> last, String words);

  /** Where a migration lies within the folder; in most layouts it is one file. */
  default Path place(MigrationId id) {
    return Path.of(id + ".sql");
  }

  /**
   * The files that make it, whole, by their place within the folder; what lists the others comes
   * last, so that a stop half-way leaves nothing listed that is not there.
   */
  SequencedMap<Path, String> files(NewMigration migration);
}
