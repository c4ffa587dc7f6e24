package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.Severity;
import dev.whimbrel.review.script.ActionRule;
import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Action;
import java.util.Optional;

/** A column gets another type, which code that reads it sees. */
public final class TypeChange implements ActionRule {
  @Override
  public String id() {
    return "type-change-visible";
  }

  @Override
  public Optional<Danger> judge(
      Action action, String table, ScriptStatement statement, Script script) {

    return action instanceof Action.AlterType(String column, String type, Optional<String> using)
        ? Optional.of(
            new Danger(
                statement.seenQuick() ? Severity.SAFE : Severity.MULTI_PHASE,
                "%s.%s is %s from then on".formatted(table, column, type),
                "drivers see another type, and prepared statements that return it fail once (0A000)",
                "add a column of the new type, write to both, copy the rows, read the new one"))
        : Optional.empty();
  }
}
