package dev.whimbrel.migrate.run;

import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.history.HistoryEntry;
import dev.whimbrel.migrate.history.Progress;
import java.util.Optional;

/**
 * How one migration stands in one database.
 *
 * @param last the history's last word on it, if there is any
 * @param progress how far it came, if it was begun and is not at its end
 * @param youngest the youngest migration that is applied
 */
public record MigrationStatus(
    MigrationId id,
    State state,
    Optional<HistoryEntry> last,
    Optional<Progress> progress,
    Optional<MigrationId> youngest) {

  /** The states of a migration in one database. */
  public enum State {
    APPLIED,
    PENDING,
    /** Pending, and it was tried in vain before. */
    FAILED,
    /** Pending, and older than one that ran: it came in from another branch. */
    OUT_OF_ORDER,
    /** Pending, and some of it is done. */
    UNFINISHED,
    /** Applied, and some of it is taken back. */
    HALF_BACK,
    /** It ran, and its script was edited since. */
    CHANGED,
    /** It ran, and its files are gone. */
    MISSING;

    /** Whether it would run next time. */
    public boolean isPending() {
      return this == PENDING || this == FAILED || this == OUT_OF_ORDER || this == UNFINISHED;
    }

    /** Whether history and directory disagree on it, which keeps all others from running. */
    public boolean isMismatch() {
      return this == CHANGED || this == MISSING;
    }
  }

  /** Why it is in this state, as a sentence; nothing where the state says it all. */
  public Optional<String> reason() {
    return switch (state) {
      case PENDING -> Optional.empty();
      case APPLIED -> last.flatMap(HistoryEntry::reason);
      case FAILED -> last.flatMap(HistoryEntry::reason).map(why -> "at the last try: " + why);
      case OUT_OF_ORDER ->
          youngest.map(other -> "it is older than " + other + ", which ran; it runs next time");
      case UNFINISHED -> Optional.of(halfWay("\"whimbrel migrate\" goes on behind them"));
      case HALF_BACK -> Optional.of("of its way back, " + halfWay("\"whimbrel rollback\" goes on"));
      case CHANGED -> Optional.of("its script was edited after it ran; restore it");
      case MISSING -> Optional.of("it ran, and its files are gone; restore them");
    };
  }

  private String halfWay(String next) {
    int done = progress.map(Progress::done).orElse(0);
    String announced =
        progress.isPresent() && progress.get().announced().isPresent()
            ? " and statement %d was begun".formatted(progress.get().announced().getAsInt())
            : "";
    return "%d statements are done%s; %s".formatted(done, announced, next);
  }
}
