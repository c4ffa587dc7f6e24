package dev.whimbrel.sqlite.rules;

import dev.whimbrel.change.Change;
import dev.whimbrel.plan.Plan;
import dev.whimbrel.review.Finding;
import dev.whimbrel.review.Rule;
import dev.whimbrel.review.Severity;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Table;
import java.util.Optional;
import java.util.stream.Stream;

/** A table is written anew, row by row, and nobody else writes to the database meanwhile. */
public final class TableRebuild implements Rule {
  @Override
  public String id() {
    return "table-rebuild";
  }

  @Override
  public Stream<Finding> check(Change change, Plan plan) {
    return tableOf(change).filter(table -> first(change, table, plan)).stream()
        .filter(table -> rebuilt(table, plan))
        .map(table -> finding(change, table));
  }

  private static Optional<ObjectName> tableOf(Change change) {
    return switch (change) {
      case Change.OfTable within -> Optional.of(within.table());
      case Change.Replace(Table was, Table now) -> Optional.of(now.name());
      default -> Optional.empty();
    };
  }

  /** One table is told of once, however much of it changes. */
  private static boolean first(Change change, ObjectName table, Plan plan) {
    return plan.changes().stream()
        .filter(each -> tableOf(each).filter(table::equals).isPresent())
        .findFirst()
        .filter(each -> each.equals(change))
        .isPresent();
  }

  private static boolean rebuilt(ObjectName table, Plan plan) {
    return plan.steps().stream()
        .anyMatch(step ->
            step.change() instanceof Change.Replace(Table was, Table now)
                && now.name().equals(table)
                && step.forward().size() > 1);
  }

  private Finding finding(Change change, ObjectName table) {
    return new Finding(
        id(),
        Severity.SAFE,
        change,
        "every row of " + table + " is copied into a new table; others cannot write meanwhile",
        "on a large table, run it when little is written and twice its size is free on the disk");
  }
}
