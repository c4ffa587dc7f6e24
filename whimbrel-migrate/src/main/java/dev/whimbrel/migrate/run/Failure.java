package dev.whimbrel.migrate.run;

import dev.whimbrel.migrate.directory.Direction;
import dev.whimbrel.migrate.directory.MigrationId;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of a migration that failed.
 *
 * @param file its script
 * @param place where in the script, if a statement was at fault
 * @param done how many of its statements are done and committed
 * @param statements how many it has
 * @param message the database's own words
 * @param explanation what is usually behind such a refusal, and what mends it
 * @param committed what this run finished before
 * @param notRun what this run did not come to
 */
public record Failure(
    MigrationId id,
    Direction direction,
    String file,
    Optional<Place> place,
    Outcome outcome,
    int done,
    int statements,
    Optional<String> sqlState,
    String message,
    Optional<String> hint,
    Optional<String> explanation,
    List<MigrationId> committed,
    List<MigrationId> notRun) {
  public Failure {
    committed = List.copyOf(committed);
    notRun = List.copyOf(notRun);
  }

  /** What is left in the database of the leg that failed. */
  public enum Outcome {
    /** Nothing: the transaction did not even begin. */
    NOT_BEGUN,
    /** Nothing: the transaction was rolled back. */
    NOTHING_KEPT,
    /** Nothing: the connection was lost, and the database rolls back what was open on it. */
    CONNECTION_LOST,
    /** What the statement left: it ran outside of a transaction. The next run looks it up. */
    OUTSIDE,
    /** Nobody here knows: the connection was lost at such a statement. The next run looks it up. */
    OUTSIDE_UNKNOWN,
    /** Nobody here knows: the connection was lost during the commit. The history does. */
    COMMIT_UNKNOWN
  }

  /** The next command to type. */
  public String next() {
    String command = direction == Direction.UP ? "whimbrel migrate" : "whimbrel rollback";
    return outcome == Outcome.COMMIT_UNKNOWN ? "whimbrel status" : command;
  }
}
