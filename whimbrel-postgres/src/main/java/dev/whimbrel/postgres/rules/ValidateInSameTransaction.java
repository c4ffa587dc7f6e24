package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.ActionRule;
import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Action;
import dev.whimbrel.review.sql.Deed;
import java.util.Optional;
import java.util.stream.Stream;

/** A constraint is validated while the lock of its making is held. */
public final class ValidateInSameTransaction implements ActionRule {
  @Override
  public String id() {
    return "validate-in-same-transaction";
  }

  @Override
  public Optional<Danger> judge(
      Action action, String table, ScriptStatement statement, Script script) {

    return action instanceof Action.ValidateConstraint(String name)
            && madeHere(table, name, statement, script)
        ? Optional.of(
            Danger.phased(
                "the lock that adding " + name + " took is held while every row is read",
                "nobody can write to "
                    + table
                    + " until that is done, as if NOT VALID were not there",
                "validate it in a migration of its own: ALTER TABLE %s VALIDATE CONSTRAINT %s;"
                    .formatted(table, name)))
        : Optional.empty();
  }

  private static boolean madeHere(
      String table, String name, ScriptStatement statement, Script script) {
    return Stream.concat(script.sameTransaction(statement).stream(), Stream.of(statement))
        .filter(each -> script.inTransaction(each))
        .map(ScriptStatement::deed)
        .filter(deed -> deed instanceof Deed.Alter alter && alter.table().toString().equals(table))
        .flatMap(deed -> ((Deed.Alter) deed).actions().stream())
        .anyMatch(placed ->
            placed.action() instanceof Action.AddConstraint add
                && add.constraint().name().equals(name));
  }
}
