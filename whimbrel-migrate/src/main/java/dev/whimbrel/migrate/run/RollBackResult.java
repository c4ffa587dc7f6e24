package dev.whimbrel.migrate.run;

import dev.whimbrel.migrate.directory.MigrationId;
import java.util.List;

/**
 * What was taken back.
 *
 * @param rolledBack in the order in which it was, the last applied first
 */
public record RollBackResult(List<MigrationId> rolledBack) {
  public RollBackResult {
    rolledBack = List.copyOf(rolledBack);
  }
}
