package dev.whimbrel.review.rules;

import dev.whimbrel.review.script.ActionRule;
import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Action;
import dev.whimbrel.review.sql.NewColumn;
import dev.whimbrel.review.sql.NewConstraint.Kind;
import java.util.Optional;

/** A column that must have a value comes to a table whose rows have none. */
public final class RequiredColumn implements ActionRule {
  @Override
  public String id() {
    return "add-required-column";
  }

  @Override
  public Optional<Danger> judge(
      Action action, String table, ScriptStatement statement, Script script) {

    return action instanceof Action.AddColumn(NewColumn column, boolean ifNotExists)
            && (column.is(NewColumn.Trait.NOT_NULL) || column.has(Kind.PRIMARY_KEY))
            && column.defaultValue().filter(value -> !value.equalsIgnoreCase("null")).isEmpty()
            && !column.counted()
            && !column.generated()
        ? Optional.of(danger(column, table))
        : Optional.empty();
  }

  private static Danger danger(NewColumn column, String table) {
    return Danger.dangerous(
        "it fails if " + table + " has any row, for none has a value for " + column.name(),
        "even on an empty table, code that does not know the column can insert no more",
        """
        ALTER TABLE %s ADD COLUMN %s %s;
        -- fill it in batches, then make it NOT NULL in a later migration\
        """
            .formatted(table, column.name(), column.type()));
  }
}
