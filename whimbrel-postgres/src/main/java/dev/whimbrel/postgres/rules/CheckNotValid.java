package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.ActionRule;
import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Action;
import dev.whimbrel.review.sql.NewConstraint;
import java.util.Optional;

/** A check comes to a table that is there, and all rows are read. */
public final class CheckNotValid implements ActionRule {
  @Override
  public String id() {
    return "check-without-not-valid";
  }

  @Override
  public Optional<Danger> judge(
      Action action, String table, ScriptStatement statement, Script script) {

    return action instanceof Action.AddConstraint(NewConstraint constraint)
            && constraint.kind() == NewConstraint.Kind.CHECK
            && !constraint.notValid()
        ? Optional.of(
            Danger.phased(
                "every row of " + table + " is read to see that it passes",
                "nobody can read or write " + table + " until that is done",
                Phases.ofConstraint(table, constraint)))
        : Optional.empty();
  }
}
