package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.ActionRule;
import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Action;
import java.util.Optional;

/** A foreign key is validated; a row without its parent stops it. */
public final class OrphanRows implements ActionRule {
  @Override
  public String id() {
    return "orphan-rows";
  }

  @Override
  public Optional<Danger> judge(
      Action action, String table, ScriptStatement statement, Script script) {

    return action instanceof Action.ValidateConstraint(String name)
            && name.matches(".*(fk|fkey|foreign).*")
        ? Optional.of(
            Danger.advice(
                "a row of " + table + " without its parent stops it (23503)",
                "nothing waits for it, but the migration fails",
                "look for such rows first, with an anti-join"))
        : Optional.empty();
  }
}
