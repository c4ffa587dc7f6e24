package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.ActionRule;
import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Action;
import dev.whimbrel.review.sql.NewColumn;
import java.util.Optional;

/** A computed column is stored in every row there is. */
public final class StoredGenerated implements ActionRule {
  @Override
  public String id() {
    return "stored-generated";
  }

  @Override
  public Optional<Danger> judge(
      Action action, String table, ScriptStatement statement, Script script) {

    return switch (action) {
      case Action.AddColumn(NewColumn column, boolean ifNotExists)
          when column.is(NewColumn.Trait.STORED) ->
          danger(
              table,
              column.name(),
              "make it VIRTUAL (PostgreSQL 18), or a plain column that a trigger fills");
      case Action.SetExpression(String column) ->
          danger(table, column, "add a column with the new expression, and let readers move to it");
      default -> Optional.empty();
    };
  }

  private static Optional<Danger> danger(String table, String column, String advice) {
    return Optional.of(
        Danger.phased(
            "every row of " + table + " is written anew to store " + column,
            "nobody can read or write " + table + " until that is done",
            advice));
  }
}
