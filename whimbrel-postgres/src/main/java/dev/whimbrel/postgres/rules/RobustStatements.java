package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import java.util.Optional;

/** A statement that stands outside of a transaction cannot be run again. */
public final class RobustStatements implements StatementRule {
  @Override
  public String id() {
    return "robust-statements";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {

    boolean outside = OutsideTransaction.is(statement.deed());
    boolean half = outside || (!script.inTransaction(statement) && script.statements().size() > 1);
    return half && new Robust(statement, script).fragile()
        ? Optional.of(
            Danger.advice(
                "if the script stops halfway, running it again fails here",
                "somebody has to find out by hand what was done",
                "write IF EXISTS or IF NOT EXISTS, or put it into a transaction"))
        : Optional.empty();
  }
}
