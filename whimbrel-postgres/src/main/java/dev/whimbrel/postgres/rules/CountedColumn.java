package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.ActionRule;
import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Action;
import dev.whimbrel.review.sql.NewColumn;
import java.util.Optional;

/** A column that counts comes to a table that has rows. */
public final class CountedColumn implements ActionRule {
  @Override
  public String id() {
    return "serial-identity-add";
  }

  @Override
  public Optional<Danger> judge(
      Action action, String table, ScriptStatement statement, Script script) {

    return action instanceof Action.AddColumn(NewColumn column, boolean ifNotExists)
            && column.counted()
        ? Optional.of(
            Danger.phased(
                "every row of " + table + " is written anew to get its number",
                "nobody can read or write " + table + " until that is done",
                """
                ALTER TABLE %1$s ADD COLUMN %2$s bigint;
                CREATE SEQUENCE %2$s_seq OWNED BY %1$s.%2$s;
                ALTER TABLE %1$s ALTER COLUMN %2$s SET DEFAULT nextval('%2$s_seq');
                -- then number the old rows in batches\
                """
                    .formatted(table, column.name())))
        : Optional.empty();
  }
}
