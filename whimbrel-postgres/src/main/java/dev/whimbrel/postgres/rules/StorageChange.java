package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.ActionRule;
import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Action;
import java.util.Optional;

/**
 * A table is copied to be stored in another way or place.
 *
 * @param words a pattern of what is said of the way
 */
public record StorageChange(String id, String words) implements ActionRule {
  /** Whether changes are logged. */
  static StorageChange logging() {
    return new StorageChange("set-logged", "set (un)?logged.*");
  }

  /** All that is not about the log. */
  static StorageChange place() {
    return new StorageChange("set-access-method", "(?!set (un)?logged).*");
  }

  @Override
  public Optional<Danger> judge(
      Action action, String table, ScriptStatement statement, Script script) {

    return action instanceof Action.Store(String said)
            && said.matches(words)
            && !statement.seenQuick()
        ? Optional.of(
            Danger.phased(
                "every row of " + table + " is copied: " + said,
                "nobody can read or write " + table + " until that is done",
                "do it while nobody works, or copy to a new table and switch the names"))
        : Optional.empty();
  }
}
