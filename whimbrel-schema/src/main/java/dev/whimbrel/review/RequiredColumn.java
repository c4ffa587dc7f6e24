package dev.whimbrel.review;

import dev.whimbrel.change.Change;
import dev.whimbrel.plan.Plan;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.ValueSource;
import java.util.stream.Stream;

/** A column that must have a value comes to a table whose rows have none. */
final class RequiredColumn implements Rule {
  @Override
  public String id() {
    return "required-column";
  }

  @Override
  public Stream<Finding> check(Change change, Plan plan) {
    return switch (change) {
      case Change.AddColumn(var table, var column) when withoutValue(column) ->
          Stream.of(
              finding(change, table + " has no value for " + column.name() + " in rows it holds"));
      case Change.AlterColumn(var table, var from, var to) when from.nullable() && !to.nullable() ->
          Stream.of(finding(change, "fails if any row has no " + table + "." + to.name()));
      default -> Stream.empty();
    };
  }

  private static boolean withoutValue(Column column) {
    return !column.nullable() && column.value() instanceof ValueSource.Given;
  }

  private Finding finding(Change change, String message) {
    return new Finding(
        id(),
        Severity.MULTI_PHASE,
        change,
        message,
        "add it nullable or with a default, fill the rows, then make it NOT NULL");
  }
}
