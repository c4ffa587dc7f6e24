package dev.whimbrel.migrate.run;

import dev.whimbrel.migrate.directory.MigrationId;
import java.util.List;

/**
 * What a run brought about.
 *
 * @param applied what this run applied, in order
 * @param outOfOrder those of them that are older than one that had run before
 * @param pending what is still to run, being younger than the one that was named as the last
 */
public record MigrateResult(
    List<MigrationId> applied, List<MigrationId> outOfOrder, List<MigrationId> pending) {
  public MigrateResult {
    applied = List.copyOf(applied);
    outOfOrder = List.copyOf(outOfOrder);
    pending = List.copyOf(pending);
  }
}
