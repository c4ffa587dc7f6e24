package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.ActionRule;
import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Action;
import java.util.Optional;

/** A single value becomes a list. */
public final class ScalarToArray implements ActionRule {
  @Override
  public String id() {
    return "scalar-to-array";
  }

  @Override
  public Optional<Danger> judge(
      Action action, String table, ScriptStatement statement, Script script) {

    return action instanceof Action.AlterType(String column, String type, Optional<String> using)
            && type.endsWith("]")
            && using.isEmpty()
        ? Optional.of(
            Danger.dangerous(
                table + "." + column + " becomes a list, and no value is cast to one by itself",
                "unless it is a list already, the migration fails",
                "ALTER TABLE %s ALTER COLUMN %s TYPE %s USING ARRAY[%s];"
                    .formatted(table, column, type, column)))
        : Optional.empty();
  }
}
