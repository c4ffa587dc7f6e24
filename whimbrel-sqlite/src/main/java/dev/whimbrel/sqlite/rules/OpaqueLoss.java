package dev.whimbrel.sqlite.rules;

import dev.whimbrel.change.Change;
import dev.whimbrel.plan.Plan;
import dev.whimbrel.review.Finding;
import dev.whimbrel.review.Rule;
import dev.whimbrel.review.Severity;
import dev.whimbrel.schema.Opaque;
import java.util.stream.Stream;

/** A table that Whimbrel carries without understanding it goes, or is dropped and made again. */
public final class OpaqueLoss implements Rule {
  @Override
  public String id() {
    return "opaque-data-loss";
  }

  @Override
  public Stream<Finding> check(Change change, Plan plan) {
    return switch (change) {
      case Change.Drop(Opaque gone) when holdsRows(gone) -> Stream.of(finding(change, gone));
      case Change.Replace(Opaque was, var now) when holdsRows(was) ->
          Stream.of(finding(change, was));
      default -> Stream.empty();
    };
  }

  private static boolean holdsRows(Opaque opaque) {
    return opaque.objectKind().endsWith("table");
  }

  private Finding finding(Change change, Opaque gone) {
    return new Finding(
        id(),
        Severity.DANGEROUS,
        change,
        "every row of " + gone.name() + " is lost",
        "write this migration by hand, and copy the rows");
  }
}
