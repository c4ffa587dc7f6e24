package dev.whimbrel.kit.config;

import dev.whimbrel.review.naming.Conventions;
import java.nio.file.Path;

/**
 * How careful to be.
 *
 * @param statistics the file with numbers about the database that is in use
 */
public record ReviewSettings(Online online, Path statistics, Conventions conventions) {
  /** What the file is called if nothing else is said. */
  public static final String STATISTICS = "whimbrel.statistics.json";

  /** What holds where nothing is said. */
  public static ReviewSettings usual(Path folder) {
    return new ReviewSettings(Online.AUTO, folder.resolve(STATISTICS), Conventions.usual());
  }
}
