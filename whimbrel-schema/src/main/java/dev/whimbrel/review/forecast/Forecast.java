package dev.whimbrel.review.forecast;

import java.util.List;
import java.util.Optional;

/**
 * How long a statement is going to take, and who waits for it.
 *
 * @param time nothing where the size of a table that it reads or writes is not known
 * @param unknown those tables
 * @param noReads the tables that nobody can read meanwhile
 * @param noWrites the tables that nobody can write to meanwhile
 * @param writesPerSecond how many usually come to them
 * @param patience how long it may have to wait itself before it begins, in seconds: until the
 *     transactions that are open have ended
 */
public record Forecast(
    Optional<Range> time,
    List<String> unknown,
    List<String> noReads,
    List<String> noWrites,
    double writesPerSecond,
    double patience) {
  public Forecast {
    unknown = List.copyOf(unknown);
    noReads = List.copyOf(noReads);
    noWrites = List.copyOf(noWrites);
  }

  /** Whether somebody waits, or it takes more than a moment. */
  public boolean isWorthTelling() {
    return !noWrites.isEmpty()
        || !unknown.isEmpty()
        || time.filter(it -> it.most() >= 1).isPresent();
  }
}
