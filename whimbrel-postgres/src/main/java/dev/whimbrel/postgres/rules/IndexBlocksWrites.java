package dev.whimbrel.postgres.rules;

import dev.whimbrel.change.Change;
import dev.whimbrel.plan.Plan;
import dev.whimbrel.review.Finding;
import dev.whimbrel.review.Rule;
import dev.whimbrel.review.Severity;
import java.util.stream.Stream;

/** An index is built on a table that is there, which nobody can write to meanwhile. */
public final class IndexBlocksWrites implements Rule {
  @Override
  public String id() {
    return "index-blocks-writes";
  }

  @Override
  public Stream<Finding> check(Change change, Plan plan) {
    return change instanceof Change.AddIndex(var table, var index) && !plan.letsOthersGoOn(change)
        ? Stream.of(
            new Finding(
                id(),
                Severity.MULTI_PHASE,
                change,
                "nobody can write to %s while index %s is built".formatted(table, index.name()),
                "build it with CREATE INDEX CONCURRENTLY, outside of a transaction"))
        : Stream.empty();
  }
}
