package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.ActionRule;
import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Action;
import java.util.Optional;

/** A computed column gets another expression, and every row is written. */
public final class NewExpression implements ActionRule {
  @Override
  public String id() {
    return "set-access-method";
  }

  @Override
  public Optional<Danger> judge(
      Action action, String table, ScriptStatement statement, Script script) {

    return action instanceof Action.SetExpression(String column)
        ? Optional.of(
            Danger.phased(
                "every row of " + table + " is written anew to store " + column,
                "nobody can read or write " + table + " until that is done",
                "add a column with the new expression, and let readers move to it"))
        : Optional.empty();
  }
}
