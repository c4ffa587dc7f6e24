package dev.whimbrel.migrate.run;

import static java.util.stream.Collectors.joining;

import dev.whimbrel.migrate.directory.Direction;
import dev.whimbrel.migrate.directory.MigrationDirectory;
import java.util.List;

/** Files of migrations that ran were edited or are gone; nothing was run. */
public final class HistoryMismatchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<MigrationStatus> mismatches;

  public HistoryMismatchException(List<MigrationStatus> mismatches, MigrationDirectory directory) {
    super(
        mismatches.stream().map(status -> line(status, directory)).collect(joining("\n"))
            + "\nNothing was changed. Restore the files from version control, then run \"whimbrel"
            + " migrate\"; or run \"whimbrel rollback\" with the way back that the database keeps;"
            + " or say that it is meant: "
            + mismatches.stream().map(HistoryMismatchException::meant).collect(joining(", "))
            + ".");
    this.mismatches = List.copyOf(mismatches);
  }

  private static String meant(MigrationStatus status) {
    boolean missing = status.state() == MigrationStatus.State.MISSING;
    return "whimbrel resolve " + status.id() + (missing ? " --rolled-back" : " --applied");
  }

  /** The migrations in question. */
  public List<MigrationStatus> mismatches() {
    return mismatches;
  }

  private static String line(MigrationStatus status, MigrationDirectory directory) {
    return status.state() == MigrationStatus.State.MISSING
        ? status.id() + " ran in this database, and its file is missing."
        : file(status, directory) + " was edited after it ran in this database.";
  }

  /** Its place within the directory, which is all of it that matters here. */
  private static String file(MigrationStatus status, MigrationDirectory directory) {
    String place = directory.place(status.id(), Direction.UP);
    return place.substring(Math.max(0, place.lastIndexOf(status.id().value())));
  }
}
