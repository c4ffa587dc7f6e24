package dev.whimbrel.review;

import dev.whimbrel.change.Change;
import dev.whimbrel.plan.Plan;
import java.util.stream.Stream;

/** A column gets another type, to which its values have to be converted. */
final class TypeChange implements Rule {
  @Override
  public String id() {
    return "type-change";
  }

  @Override
  public Stream<Finding> check(Change change, Plan plan) {
    return change instanceof Change.AlterColumn(var table, var from, var to)
            && !from.type().equals(to.type())
        ? Stream.of(finding(change, table + "." + to.name()))
        : Stream.empty();
  }

  private Finding finding(Change change, String column) {
    return new Finding(
        id(),
        Severity.MULTI_PHASE,
        change,
        "every value of "
            + column
            + " is carried over into the new type; one that cannot be stops the migration",
        "add a column of the new type, write to both, copy the rows, then drop the old one");
  }
}
