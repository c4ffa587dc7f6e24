package dev.whimbrel.review;

import dev.whimbrel.change.Change;
import dev.whimbrel.plan.Plan;
import java.util.stream.Stream;

/** A table or column gets another name under the feet of running code. */
final class Renaming implements Rule {
  @Override
  public String id() {
    return "rename";
  }

  @Override
  public Stream<Finding> check(Change change, Plan plan) {
    return switch (change) {
      case Change.RenameTable(var from, var to) -> Stream.of(finding(change, from.toString()));
      case Change.RenameColumn(var table, var from, var to) ->
          Stream.of(finding(change, table + "." + from));
      case Change.RenameLabel(var type, var from, var to) ->
          Stream.of(finding(change, type + "." + from));
      default -> Stream.empty();
    };
  }

  private Finding finding(Change change, String old) {
    return new Finding(
        id(),
        Severity.MULTI_PHASE,
        change,
        "code that still says " + old + " fails from the moment this is applied",
        "add the new one, write to both, copy the rows, read the new one, then drop the old one");
  }
}
