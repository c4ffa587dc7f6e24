package dev.whimbrel.review.forecast;

import dev.whimbrel.schema.ObjectName;
import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was read of a database that is in use.
 *
 * @param longestTransaction of those that are open
 */
public record Readings(Duration longestTransaction, SortedMap<ObjectName, TableSize> tables) {
  public Readings {
    tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
  }

  /** What is known of a database that keeps nothing of itself. */
  public static Readings none() {
    return new Readings(Duration.ZERO, new TreeMap<>());
  }
}
