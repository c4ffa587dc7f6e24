package dev.whimbrel.migrate.adopt;

import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.history.Claim;
import java.time.Duration;
import java.util.List;

/** How one tool keeps its history. */
interface OtherHistory {
  /**
   * Where it keeps it, the most usual place first.
   *
   * @param dialect the name of the database
   */
  List<String> names(String dialect);

  /** What it says of these migrations, in its order. */
  List<Claim> claims(Told told, List<Migration> migrations);

  /** The statements that make its table as the tool makes it. */
  List<String> creation(String dialect, String name);

  /** Writes what the tool would write. */
  void applied(Told told, Migration migration, Duration duration);

  /** Takes that back. */
  void rolledBack(Told told, MigrationId id, List<Migration> migrations);
}
