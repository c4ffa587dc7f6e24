package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.ActionRule;
import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Action;
import dev.whimbrel.review.sql.Deed;
import dev.whimbrel.review.sql.NewConstraint;
import java.util.Optional;

/** A primary key is made of an index whose columns may be NULL. */
public final class PrimaryKeyNullable implements ActionRule {
  @Override
  public String id() {
    return "pk-using-index-nullable";
  }

  @Override
  public Optional<Danger> judge(
      Action action, String table, ScriptStatement statement, Script script) {

    return action instanceof Action.AddConstraint(NewConstraint key)
            && key.kind() == NewConstraint.Kind.PRIMARY_KEY
            && key.index().isPresent()
            && !statement.seenQuick()
            && !madeNotNull(script)
        ? Optional.of(
            Danger.phased(
                "if its columns may be NULL so far, every row of " + table + " is read",
                "nobody can read or write " + table + " until that is done",
                "make the columns NOT NULL by a validated check first"))
        : Optional.empty();
  }

  private static boolean madeNotNull(Script script) {
    return script.statements().stream()
        .map(ScriptStatement::deed)
        .filter(Deed.Alter.class::isInstance)
        .flatMap(deed -> ((Deed.Alter) deed).actions().stream())
        .anyMatch(placed -> placed.action() instanceof Action.SetNotNull);
  }
}
