package dev.whimbrel.review.rules;

import dev.whimbrel.review.script.ActionRule;
import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Action;
import java.util.Optional;

/** A column goes, and every value in it. */
public final class DropColumn implements ActionRule {
  @Override
  public String id() {
    return "drop-column";
  }

  @Override
  public Optional<Danger> judge(
      Action action, String table, ScriptStatement statement, Script script) {

    return action instanceof Action.DropColumn(String column, boolean ifExists, boolean cascade)
        ? Optional.of(
            Danger.dangerous(
                "every value of " + table + "." + column + " is lost",
                "code that still names it fails, SELECT * changes its shape, and an INSERT without"
                    + " column names puts values into the wrong columns",
                "deploy code that neither reads nor writes it first; drop it in a later migration"))
        : Optional.empty();
  }
}
