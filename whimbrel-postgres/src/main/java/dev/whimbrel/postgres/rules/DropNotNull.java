package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.ActionRule;
import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Action;
import java.util.Optional;

/** Readers may meet a column without a value. */
public final class DropNotNull implements ActionRule {
  @Override
  public String id() {
    return "drop-not-null";
  }

  @Override
  public Optional<Danger> judge(
      Action action, String table, ScriptStatement statement, Script script) {

    return action instanceof Action.DropNotNull(String column)
        ? Optional.of(
            Danger.phased(
                table + "." + column + " may be NULL from then on",
                "code that reads it without expecting that fails",
                "deploy code that can read NULL first"))
        : Optional.empty();
  }
}
