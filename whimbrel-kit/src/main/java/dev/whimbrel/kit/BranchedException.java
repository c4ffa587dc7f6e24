package dev.whimbrel.kit;

import dev.whimbrel.migrate.directory.MigrationId;

/** The folder has two branches that have to be joined before it can go on. */
public final class BranchedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BranchedException(MigrationId one, MigrationId other) {
    super(
        "%s and %s both end a branch, and a new migration can follow only one. Nothing was written. Join them: whimbrel generate --merge"
            .formatted(one, other));
  }
}
