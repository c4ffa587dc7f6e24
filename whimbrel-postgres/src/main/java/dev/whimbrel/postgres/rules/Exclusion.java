package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.ActionRule;
import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Action;
import dev.whimbrel.review.sql.NewConstraint;
import java.util.Optional;

/** A rule that excludes rows comes to a table that is there. */
public final class Exclusion implements ActionRule {
  @Override
  public String id() {
    return "exclusion";
  }

  @Override
  public Optional<Danger> judge(
      Action action, String table, ScriptStatement statement, Script script) {

    return action instanceof Action.AddConstraint(NewConstraint constraint)
            && constraint.kind() == NewConstraint.Kind.EXCLUDE
            && true
        ? Optional.of(
            Danger.phased(
                "an index over every row of " + table + " is built",
                "nobody can read or write "
                    + table
                    + " until that is done, and there is no gentler way",
                "make a new table with it and copy the rows, or do it while nobody works"))
        : Optional.empty();
  }
}
