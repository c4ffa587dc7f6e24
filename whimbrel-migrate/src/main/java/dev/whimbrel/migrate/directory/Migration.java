package dev.whimbrel.migrate.directory;

import java.util.Optional;

/**
 * A named, ordered unit on disk.
 *
 * @param up the script that does it
 * @param down the script that takes it back, where somebody wrote one
 * @param repeatable whether it runs again whenever its script changes
 */
public record Migration(MigrationId id, Script up, Optional<Script> down, boolean repeatable) {
  /** A migration that runs once. */
  public Migration(MigrationId id, Script up, Optional<Script> down) {
    this(id, up, down, false);
  }
}
