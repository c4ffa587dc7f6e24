package dev.whimbrel.review;

import dev.whimbrel.change.Change;
import dev.whimbrel.plan.Plan;
import dev.whimbrel.schema.Table;
import java.util.stream.Stream;

/** A table or a column goes, and what is in it. */
final class DataLoss implements Rule {
  @Override
  public String id() {
    return "data-loss";
  }

  @Override
  public Stream<Finding> check(Change change, Plan plan) {
    return switch (change) {
      case Change.Drop(Table table) when plan.dropsRows(table) ->
          Stream.of(finding(change, "every row of " + table.name()));
      case Change.DropColumn(var table, var column) when !column.generated() ->
          Stream.of(finding(change, "every value of " + table + "." + column.name()));
      default -> Stream.empty();
    };
  }

  private Finding finding(Change change, String lost) {
    return new Finding(
        id(),
        Severity.DANGEROUS,
        change,
        lost + " is lost, and code that still reads it fails",
        "deploy code that no longer uses it first, keep a backup, then drop it");
  }
}
