package dev.whimbrel.review.rules;

import dev.whimbrel.review.script.ActionRule;
import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Action;
import java.util.Optional;

/** A column gets another name under the feet of running code. */
public final class RenameColumn implements ActionRule {
  @Override
  public String id() {
    return "rename-column";
  }

  @Override
  public Optional<Danger> judge(
      Action action, String table, ScriptStatement statement, Script script) {

    return action instanceof Action.RenameColumn(String from, String to)
        ? Optional.of(
            Danger.phased(
                "%s.%s is called %s from then on".formatted(table, from, to),
                "code that still says " + from + " fails at once, on every replica of it",
                "add " + to + ", write to both, copy the rows, read " + to + ", then drop " + from))
        : Optional.empty();
  }
}
