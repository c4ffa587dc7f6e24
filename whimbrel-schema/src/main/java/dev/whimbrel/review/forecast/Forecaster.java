package dev.whimbrel.review.forecast;

import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import java.util.Optional;

/** Says how long statements are going to take. */
@FunctionalInterface
public interface Forecaster {
  /** Nothing where nothing is known of the statement, or it touches no rows. */
  Optional<Forecast> of(ScriptStatement statement, Script script, Statistics statistics);
}
