package dev.whimbrel.kit;

import dev.whimbrel.kit.config.Online;
import dev.whimbrel.plan.LiveTables;
import dev.whimbrel.review.forecast.Statistics;
import java.util.Optional;

/** Chooses the tables for which SQL is generated that lets others go on. */
record KnownSizes(Online online, Optional<Statistics> statistics) {
  /** From so many rows on, a lock for as long as all of them are read is felt. */
  private static final long MANY = 10_000;

  LiveTables live() {
    return switch (online) {
      case ALWAYS -> LiveTables.all();
      case NEVER -> LiveTables.none();
      case AUTO ->
          table ->
              statistics
                  .flatMap(known -> known.of(table))
                  .filter(size -> size.rows() >= MANY)
                  .isPresent();
    };
  }
}
