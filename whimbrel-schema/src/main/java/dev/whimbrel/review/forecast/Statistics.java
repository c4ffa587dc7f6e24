package dev.whimbrel.review.forecast;

import dev.whimbrel.schema.ObjectName;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Numbers about a database that is in use, and nothing of what is in it.
 *
 * @param taken when
 */
public record Statistics(Instant taken, Readings readings) {
  public Duration longestTransaction() {
    return readings.longestTransaction();
  }

  public Optional<TableSize> of(ObjectName table) {
    return Optional.ofNullable(readings.tables().get(table));
  }

  /** The size of a table as SQL writes its name: with a namespace or not, in quotes or not. */
  public Optional<TableSize> of(String name) {
    return of(ObjectName.parse(name));
  }
}
