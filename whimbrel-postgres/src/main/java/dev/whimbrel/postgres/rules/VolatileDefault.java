package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.ActionRule;
import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Action;
import dev.whimbrel.review.sql.NewColumn;
import java.util.Optional;

/** A new column gets another value in each row, so that all are written. */
public final class VolatileDefault implements ActionRule {
  @Override
  public String id() {
    return "volatile-default";
  }

  @Override
  public Optional<Danger> judge(
      Action action, String table, ScriptStatement statement, Script script) {

    return action instanceof Action.AddColumn(NewColumn column, boolean ifNotExists)
            && column.defaultValue().filter(Volatility::perhaps).isPresent()
            && !statement.seenQuick()
        ? Optional.of(
            Danger.phased(
                "every row of "
                    + table
                    + " is written anew, for the default differs from row to row",
                "nobody can read or write " + table + " until that is done",
                """
                ALTER TABLE %1$s ADD COLUMN %2$s %3$s;
                ALTER TABLE %1$s ALTER COLUMN %2$s SET DEFAULT %4$s;
                -- then fill the old rows in batches\
                """
                    .formatted(
                        table, column.name(), column.type(), column.defaultValue().orElse(""))))
        : Optional.empty();
  }
}
