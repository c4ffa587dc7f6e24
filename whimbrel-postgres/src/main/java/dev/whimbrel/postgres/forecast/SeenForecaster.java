package dev.whimbrel.postgres.forecast;

import dev.whimbrel.review.forecast.Forecast;
import dev.whimbrel.review.forecast.Forecaster;
import dev.whimbrel.review.forecast.Statistics;
import dev.whimbrel.review.forecast.TableSize;
import dev.whimbrel.review.script.Observation;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells from what a statement was seen to do on a few rows how long it takes on many. */
public record SeenForecaster() implements Forecaster {
  @Override
  public Optional<Forecast> of(ScriptStatement statement, Script script, Statistics statistics) {
    return statement
        .observation()
        .filter(seen -> seen.refusal().isEmpty())
        .map(seen -> forecast(new Work(statement, seen), script, statistics));
  }

  private static Forecast forecast(Work work, Script script, Statistics statistics) {
    Observation seen = work.seen();
    List<String> unknown = new ArrayList<>();
    for (String table : work.tables()) {
      ObjectName name = ObjectName.parse(table);
      if (statistics.of(name).isEmpty() && !script.makes(name, work.statement())) {
        unknown.add(table);
      }
    }
    List<String> stopped =
        Stream.concat(seen.readsBlocked().stream(), seen.writesBlocked().stream())
            .distinct()
            .toList();
    return new Forecast(
        unknown.isEmpty() ? Optional.of(work.time(statistics)) : Optional.empty(),
        unknown,
        seen.readsBlocked(),
        seen.writesBlocked(),
        stopped.stream()
            .flatMap(table -> statistics.of(table).stream())
            .mapToDouble(TableSize::writesPerSecond)
            .sum(),
        stopped.isEmpty() && seen.transactional()
            ? 0
            : statistics.longestTransaction().toMillis() / 1000.0);
  }
}
