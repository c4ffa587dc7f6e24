package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.ActionRule;
import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Action;
import java.util.Optional;

/** Every row is written anew because a type changes. */
public final class TypeRewrite implements ActionRule {
  @Override
  public String id() {
    return "type-rewrite";
  }

  @Override
  public Optional<Danger> judge(
      Action action, String table, ScriptStatement statement, Script script) {

    return action instanceof Action.AlterType(String column, String type, Optional<String> using)
            && !statement.seenQuick()
        ? Optional.of(
            Danger.phased(
                statement.seenRewriting()
                    ? "every row of " + table + " is written anew, with all indexes"
                    : "every row of " + table + " may be written anew, or read",
                "nobody can read or write " + table + " until that is done",
                "add a column of type " + type + ", write to both, copy in batches, then switch"))
        : Optional.empty();
  }
}
