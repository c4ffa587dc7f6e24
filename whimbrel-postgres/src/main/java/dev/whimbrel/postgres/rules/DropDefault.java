package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.ActionRule;
import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Action;
import dev.whimbrel.review.sql.Deed;
import java.util.Optional;
import java.util.stream.Stream;

/** Inserts that relied on a default get none. */
public final class DropDefault implements ActionRule {
  @Override
  public String id() {
    return "drop-default";
  }

  @Override
  public Optional<Danger> judge(
      Action action, String table, ScriptStatement statement, Script script) {

    return action instanceof Action.DropDefault(String column)
            && !addedHere(table, column, statement, script)
        ? Optional.of(
            Danger.phased(
                "an INSERT that leaves out " + table + "." + column + " stores NULL, or fails",
                "code of the last release may rely on the default",
                "deploy code that always says the value first"))
        : Optional.empty();
  }

  /** A default that only filled the rows of a new column is no loss. */
  private static boolean addedHere(
      String table, String column, ScriptStatement statement, Script script) {
    return Stream.concat(script.before(statement), Stream.of(statement))
        .map(ScriptStatement::deed)
        .filter(deed -> deed instanceof Deed.Alter alter && alter.table().toString().equals(table))
        .flatMap(deed -> ((Deed.Alter) deed).actions().stream())
        .anyMatch(placed ->
            placed.action() instanceof Action.AddColumn add && add.column().name().equals(column));
  }
}
