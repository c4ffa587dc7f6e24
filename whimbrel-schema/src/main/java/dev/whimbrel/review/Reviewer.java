package dev.whimbrel.review;

import dev.whimbrel.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/** Looks at each change that a plan means through each rule. */
public final class Reviewer {
  private final List<Rule> rules;

  /** Looks through the rules that hold on every database, and these. */
  public Reviewer(List<Rule> ofDialect) {
    var all = new ArrayList<Rule>();
    all.add(new DataLoss());
    all.add(new RequiredColumn());
    all.add(new Renaming());
    all.add(new TypeChange());
    all.addAll(ofDialect);
    this.rules = List.copyOf(all);
  }

  /** The findings in the order of the changes. */
  public List<Finding> review(Plan plan) {
    return plan.meant()
        .flatMap(change -> rules.stream().flatMap(rule -> rule.check(change, plan)))
        .toList();
  }
}
