package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.ActionRule;
import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Action;
import java.util.Optional;

/** Whatever leans on a column goes with it. */
public final class DropColumnCascade implements ActionRule {
  @Override
  public String id() {
    return "drop-column-cascade";
  }

  @Override
  public Optional<Danger> judge(
      Action action, String table, ScriptStatement statement, Script script) {

    return action instanceof Action.DropColumn(String column, boolean ifExists, boolean cascade)
            && cascade
        ? Optional.of(
            Danger.dangerous(
                "CASCADE drops the views and keys that use " + table + "." + column,
                "they go with no more than a notice, and code that uses them fails",
                "drop each of them by name first, then the column without CASCADE"))
        : Optional.empty();
  }
}
