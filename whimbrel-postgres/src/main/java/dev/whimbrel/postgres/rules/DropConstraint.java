package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.ActionRule;
import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Action;
import dev.whimbrel.review.sql.Deed;
import java.util.Optional;

/** A rule that the rows kept is kept no more. */
public final class DropConstraint implements ActionRule {
  @Override
  public String id() {
    return "drop-constraint";
  }

  @Override
  public Optional<Danger> judge(
      Action action, String table, ScriptStatement statement, Script script) {

    return action instanceof Action.DropConstraint(String name, boolean ifExists, boolean cascade)
            && !temporary(name, script)
        ? Optional.of(
            Danger.advice(
                "from then on nothing keeps rows to " + name,
                "rows that break it may come, and then it cannot be added again",
                "see that nothing relies on it"))
        : Optional.empty();
  }

  /** A check that only helped the same script along is no loss. */
  private static boolean temporary(String name, Script script) {
    return script.statements().stream()
        .map(ScriptStatement::deed)
        .filter(Deed.Alter.class::isInstance)
        .flatMap(deed -> ((Deed.Alter) deed).actions().stream())
        .map(Deed.Placed::action)
        .anyMatch(action ->
            (action instanceof Action.AddConstraint add && add.constraint().name().equals(name))
                || (action instanceof Action.ValidateConstraint valid
                    && valid.name().equals(name)));
  }
}
