package dev.whimbrel.kit;

import dev.whimbrel.kit.statistics.StatisticsFile;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.review.forecast.Readings;
import dev.whimbrel.review.forecast.Statistics;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;

/** Writes a small file of numbers about the database: sizes and rates, and none of its data. */
public final class PullStatistics {
  private final Project project;

  public PullStatistics(Project project) {
    this.project = project;
  }

  /**
   * What was written.
   *
   * @param file where
   */
  public record Result(Path file, Statistics statistics) {}

  public Result run() {
    Path file = project.configuration().review().statistics();
    var statistics =
        new Statistics(project.clock().instant().truncatedTo(ChronoUnit.SECONDS), readings());
    new NewFiles(new TreeMap<>(Map.of(file, StatisticsFile.text(statistics)))).write(true);
    return new Result(file, statistics);
  }

  private Readings readings() {
    try (JdbcSession session = project.openToRead()) {
      return project.dialect().readings(session);
    }
  }
}
