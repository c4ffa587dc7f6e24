package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.ActionRule;
import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Action;
import java.util.Optional;

/** Every row is written anew, for a computed column or for another place or way to keep them. */
public final class NewExpression implements ActionRule {
  @Override
  public String id() {
    return "set-access-method";
  }

  @Override
  public Optional<Danger> judge(
      Action action, String table, ScriptStatement statement, Script script) {

    return switch (action) {
      case Action.SetExpression(String column) ->
          Optional.of(
              Danger.phased(
                  "every row of " + table + " is written anew to store " + column,
                  "nobody can read or write " + table + " until that is done",
                  "add a column with the new expression, and let readers move to it"));
      case Action.Store(String words)
          when !words.matches("set (un)?logged.*") && !statement.seenQuick() ->
          Optional.of(
              Danger.phased(
                  "every row of " + table + " is copied: " + words,
                  "nobody can read or write " + table + " until that is done",
                  "do it while nobody works, or copy to a new table and switch the names"));
      default -> Optional.empty();
    };
  }
}
