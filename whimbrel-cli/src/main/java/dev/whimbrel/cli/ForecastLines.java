package dev.whimbrel.cli;

import dev.whimbrel.kit.Review;
import dev.whimbrel.kit.TotalTime;
import dev.whimbrel.review.forecast.Forecast;
import dev.whimbrel.review.forecast.Range;
import dev.whimbrel.review.forecast.Statistics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How long the statements of a migration are going to take, for people and for programs. */
record ForecastLines(Optional<Statistics> statistics) {
  List<String> lines(Review.OfMigration migration) {
    Optional<String> total = new TotalTime(List.of(migration)).told();
    if (statistics.isEmpty() || total.isEmpty()) {
      return List.of();
    }
    var lines = new ArrayList<String>();
    String taken = statistics.get().taken().toString().substring(0, 10);
    lines.add("forecast, with the sizes of %s: %s".formatted(taken, total.get()));
    migration.foreseen().stream()
        .filter(each -> each.forecast().isWorthTelling())
        .forEach(each -> lines.addAll(lines(each)));
    return lines;
  }

  private static List<String> lines(Review.Foreseen each) {
    Forecast forecast = each.forecast();
    String first = each.statement().sql().lines().findFirst().orElse("").strip();
    var lines = new ArrayList<String>();
    lines.add(
        "  %d: %s"
            .formatted(
                each.statement().line(),
                first.length() > 70 ? first.substring(0, 67) + "..." : first));
    lines.add("     " + time(forecast) + waiting(forecast));
    return lines;
  }

  private static String time(Forecast forecast) {
    return forecast
        .time()
        .map(Range::toString)
        .orElseGet(() ->
            "not known, for there are no numbers of " + String.join(", ", forecast.unknown()));
  }

  private static String waiting(Forecast forecast) {
    String rate =
        forecast.writesPerSecond() < 0.1
            ? ""
            : String.format(Locale.ROOT, " (%.1f writes a second)", forecast.writesPerSecond());
    String patience =
        forecast.patience() < 1
            ? ""
            : "; before that it may wait %d s for open transactions, and all others behind it"
                .formatted(Math.round(forecast.patience()));
    if (!forecast.noReads().isEmpty()) {
      return ", while nobody can read or write %s%s%s"
          .formatted(String.join(", ", forecast.noReads()), rate, patience);
    }
    return forecast.noWrites().isEmpty()
        ? ", while others go on"
        : ", while nobody can write to %s%s%s"
            .formatted(String.join(", ", forecast.noWrites()), rate, patience);
  }

  static Map<String, Object> details(Forecast forecast) {
    var details = new LinkedHashMap<String, Object>();
    forecast
        .time()
        .ifPresent(time -> {
          details.put("leastSeconds", rounded(time.least()));
          details.put("mostSeconds", rounded(time.most()));
        });
    details.put("unknown", forecast.unknown());
    details.put("blocksReads", forecast.noReads());
    details.put("blocksWrites", forecast.noWrites());
    details.put("writesPerSecond", forecast.writesPerSecond());
    details.put("mayWaitSeconds", forecast.patience());
    return details;
  }

  private static double rounded(double seconds) {
    return Math.round(seconds * 1000) / 1000.0;
  }
}
