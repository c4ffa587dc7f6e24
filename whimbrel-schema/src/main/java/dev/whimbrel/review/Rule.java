package dev.whimbrel.review;

import dev.whimbrel.change.Change;
import dev.whimbrel.plan.Plan;
import java.util.stream.Stream;

/** Looks for one kind of danger in a plan. */
public interface Rule {
  /** Stable: configuration silences a rule by it. */
  String id();

  /** The findings about one of the plan's changes: about what is meant, not how it is done. */
  Stream<Finding> check(Change change, Plan plan);
}
