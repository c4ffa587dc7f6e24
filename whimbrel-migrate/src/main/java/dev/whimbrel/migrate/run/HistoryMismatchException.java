package dev.whimbrel.migrate.run;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** Files of migrations that ran were edited or are gone; nothing was run. */
public final class HistoryMismatchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<MigrationStatus> mismatches;

  public HistoryMismatchException(List<MigrationStatus> mismatches) {
    super(
        mismatches.stream().map(HistoryMismatchException::line).collect(joining("\n"))
            + "\nNothing was changed. Restore the files from version control, then run \"whimbrel"
            + " migrate\"; or run \"whimbrel rollback\" with the way back that the database keeps.");
    this.mismatches = List.copyOf(mismatches);
  }

  /** The migrations in question. */
  public List<MigrationStatus> mismatches() {
    return mismatches;
  }

  private static String line(MigrationStatus status) {
    return status.id()
        + (status.state() == MigrationStatus.State.MISSING
            ? " ran in this database, and its file is missing."
            : "/migration.sql was edited after it ran in this database.");
  }
}
