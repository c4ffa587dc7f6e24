package dev.whimbrel.postgres.rules;

import dev.whimbrel.change.Change;
import dev.whimbrel.plan.Plan;
import dev.whimbrel.review.Finding;
import dev.whimbrel.review.Rule;
import dev.whimbrel.review.Severity;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.ObjectName;
import java.util.stream.Stream;

/** A foreign key comes to a table that is there; both tables are locked while rows are checked. */
public final class ForeignKeyLocksBoth implements Rule {
  @Override
  public String id() {
    return "foreign-key-locks-both";
  }

  @Override
  public Stream<Finding> check(Change change, Plan plan) {
    return change instanceof Change.AddConstraint(var table, Constraint.ForeignKey key)
            && !plan.letsOthersGoOn(change)
        ? Stream.of(finding(change, table, key))
        : Stream.empty();
  }

  private Finding finding(Change change, ObjectName table, Constraint.ForeignKey key) {
    return new Finding(
        id(),
        Severity.MULTI_PHASE,
        change,
        "nobody can write to %s or %s while every row of %s is checked"
            .formatted(table, key.references(), table),
        "add it NOT VALID, then VALIDATE CONSTRAINT in a migration of its own");
  }
}
