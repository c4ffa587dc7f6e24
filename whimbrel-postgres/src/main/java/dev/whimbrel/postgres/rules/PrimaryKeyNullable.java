package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.ActionRule;
import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Action;
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
            && statement.observation().filter(seen -> !seen.scanned().isEmpty()).isPresent()
        ? Optional.of(
            Danger.phased(
                "its columns may be NULL so far, so every row of " + table + " is read",
                "nobody can read or write " + table + " until that is done",
                "make the columns NOT NULL by a validated check first"))
        : Optional.empty();
  }
}
