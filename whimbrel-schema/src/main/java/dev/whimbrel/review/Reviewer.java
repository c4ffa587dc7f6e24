package dev.whimbrel.review;

import dev.whimbrel.plan.Plan;
import java.util.List;
import java.util.stream.Stream;

/** Looks at each change that a plan means through each rule. */
public final class Reviewer {
  private final List<Rule> rules;

  /** Looks through the rules that hold on every database, and these. */
  public Reviewer(List<Rule> ofDialect) {
    this.rules = Stream.concat(general().stream(), ofDialect.stream()).toList();
  }

  /** The rules that hold on every database. */
  public static List<Rule> general() {
    return List.of(new DataLoss(), new RequiredColumn(), new Renaming(), new TypeChange());
  }

  /** The findings in the order of the changes. */
  public List<Finding> review(Plan plan) {
    return plan.meant()
        .flatMap(change -> rules.stream().flatMap(rule -> rule.check(change, plan)))
        .toList();
  }
}
