package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.ActionRule;
import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Action;
import java.util.Optional;

/** Code that leaves a column out can insert no more. */
public final class RequiredForOldWriters implements ActionRule {
  @Override
  public String id() {
    return "set-not-null-old-writers";
  }

  @Override
  public Optional<Danger> judge(
      Action action, String table, ScriptStatement statement, Script script) {

    return action instanceof Action.SetNotNull(String column)
        ? Optional.of(
            Danger.advice(
                "an INSERT that leaves out " + table + "." + column + " fails from then on",
                "code of the last release may still do that",
                "ALTER TABLE %s ALTER COLUMN %s SET DEFAULT ...; -- first, or code that always says it"
                    .formatted(table, column)))
        : Optional.empty();
  }
}
