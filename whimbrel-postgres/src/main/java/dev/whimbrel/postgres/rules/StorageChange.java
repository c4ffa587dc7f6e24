package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.ActionRule;
import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Action;
import java.util.Optional;

/** A table is copied to be stored in another way. */
public final class StorageChange implements ActionRule {
  @Override
  public String id() {
    return "set-logged";
  }

  @Override
  public Optional<Danger> judge(
      Action action, String table, ScriptStatement statement, Script script) {

    return action instanceof Action.Store(String words)
            && words.matches("set (un)?logged.*")
            && !statement.seenQuick()
        ? Optional.of(
            Danger.phased(
                "every row of " + table + " is copied: " + words,
                "nobody can read or write " + table + " until that is done",
                "do it while nobody works, or copy to a new table and switch the names"))
        : Optional.empty();
  }
}
