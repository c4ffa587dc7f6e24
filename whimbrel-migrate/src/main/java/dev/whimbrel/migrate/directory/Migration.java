package dev.whimbrel.migrate.directory;

import java.time.Instant;
import java.util.Optional;

/**
 * A named, ordered unit on disk.
 *
 * @param up the script that does it
 * @param down the script that takes it back, where somebody wrote one
 * @param repeatable whether it runs again whenever its script changes
 * @param madeAt when it was made, where its directory keeps that
 */
public record Migration(
    MigrationId id,
    Script up,
    Optional<Script> down,
    boolean repeatable,
    Optional<Instant> madeAt) {
  /** A migration that runs once. */
  public Migration(MigrationId id, Script up, Optional<Script> down) {
    this(id, up, down, false, Optional.empty());
  }

  /** A migration that runs again whenever its script changes. */
  public Migration runningAgain() {
    return new Migration(id, up, down, true, madeAt);
  }

  public Migration madeAt(Instant moment) {
    return new Migration(id, up, down, repeatable, Optional.of(moment));
  }
}
