package dev.whimbrel.review.rules;

import dev.whimbrel.review.script.ActionRule;
import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Action;
import dev.whimbrel.review.sql.Deed;
import dev.whimbrel.review.sql.NewColumn;
import java.util.Optional;
import java.util.stream.Stream;

/** A column is dropped and added again, where its type was meant to change. */
public final class RecreatedColumn implements ActionRule {
  @Override
  public String id() {
    return "drop-column-and-recreate";
  }

  @Override
  public Optional<Danger> judge(
      Action action, String table, ScriptStatement statement, Script script) {

    return action instanceof Action.AddColumn(NewColumn column, boolean ifNotExists)
            && droppedBefore(column.name(), table, statement, script)
        ? Optional.of(
            Danger.dangerous(
                "the new " + table + "." + column.name() + " is empty: dropping lost the values",
                "readers find nothing where there was something",
                "ALTER TABLE %s ALTER COLUMN %s TYPE %s USING %s::%s;"
                    .formatted(table, column.name(), column.type(), column.name(), column.type())))
        : Optional.empty();
  }

  private static boolean droppedBefore(
      String column, String table, ScriptStatement statement, Script script) {
    return Stream.concat(script.before(statement), Stream.of(statement))
        .map(ScriptStatement::deed)
        .filter(deed -> deed instanceof Deed.Alter alter && alter.table().toString().equals(table))
        .flatMap(deed -> ((Deed.Alter) deed).actions().stream())
        .anyMatch(placed ->
            placed.action() instanceof Action.DropColumn drop && drop.column().equals(column));
  }
}
