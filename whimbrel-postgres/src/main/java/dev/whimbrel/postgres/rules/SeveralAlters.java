package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import dev.whimbrel.review.sql.Action;
import dev.whimbrel.review.sql.Deed;
import java.util.Optional;

/** A table is altered more than once in one script. */
public final class SeveralAlters implements StatementRule {
  @Override
  public String id() {
    return "several-alters-one-table";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {

    return statement.deed() instanceof Deed.Alter alter
            && alter.kind().equals("table")
            && !script.makes(alter.table(), statement)
            && script
                .before(statement)
                .anyMatch(each ->
                    each.deed() instanceof Deed.Alter other
                        && other.table().equals(alter.table())
                        && joinable(other)
                        && joinable(alter))
        ? Optional.of(
            Danger.advice(
                alter.table() + " is altered more than once",
                "its rows may be read, and its lock waited for, once for each",
                "put the actions into one ALTER TABLE, with commas between them"))
        : Optional.empty();
  }

  private static boolean joinable(Deed.Alter alter) {
    return alter.actions().stream()
        .map(Deed.Placed::action)
        .noneMatch(action ->
            action instanceof Action.ValidateConstraint
                || action instanceof Action.RenameColumn
                || action instanceof Action.RenameTable
                || (action instanceof Action.AddConstraint add && add.constraint().notValid()));
  }
}
