package dev.whimbrel.migrate.run;

import dev.whimbrel.migrate.directory.Direction;
import dev.whimbrel.migrate.directory.MigrationId;
import java.util.List;

/**
 * What a run would send to the database, in order.
 *
 * @param preparation statements that make the history table; none where it is there
 */
public record DryRun(List<String> preparation, List<Part> parts) {
  public DryRun {
    preparation = List.copyOf(preparation);
    parts = List.copyOf(parts);
  }

  /** One migration of it, with its transaction and its line in the history. */
  public record Part(MigrationId id, Direction direction, List<String> statements) {
    public Part {
      statements = List.copyOf(statements);
    }
  }
}
