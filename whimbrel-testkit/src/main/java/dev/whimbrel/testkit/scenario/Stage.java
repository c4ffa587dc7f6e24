package dev.whimbrel.testkit.scenario;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.testkit.database.TestDatabase;
import java.util.function.Supplier;

/**
 * Where a story is told: a dialect and an empty database of its kind.
 *
 * @param database makes a new one each time
 */
public record Stage(Dialect dialect, Supplier<TestDatabase> database) {
  /** The section that holds what is expected here. */
  String section() {
    return dialect.name() + ".sql";
  }
}
