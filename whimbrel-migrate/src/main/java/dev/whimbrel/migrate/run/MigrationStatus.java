package dev.whimbrel.migrate.run;

import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.history.HistoryEntry;
import java.util.Optional;

/**
 * How one migration stands in one database.
 *
 * @param last the history's last word on it, if there is any
 */
public record MigrationStatus(MigrationId id, State state, Optional<HistoryEntry> last) {

  /** The states of a migration in one database. */
  public enum State {
    APPLIED,
    PENDING,
    /** Pending, and it was tried in vain before. */
    FAILED,
    /** Pending, and older than one that ran: it came in from another branch. */
    OUT_OF_ORDER,
    /** It ran, and its script was edited since. */
    CHANGED,
    /** It ran, and its files are gone. */
    MISSING;

    /** Whether it would run next time. */
    public boolean isPending() {
      return this == PENDING || this == FAILED || this == OUT_OF_ORDER;
    }

    /** Whether history and directory disagree on it, which keeps all others from running. */
    public boolean isMismatch() {
      return this == CHANGED || this == MISSING;
    }
  }
}
