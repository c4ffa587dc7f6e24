package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import dev.whimbrel.review.sql.Deed;
import java.util.Optional;

/** Code may still write what a new unique rule refuses. */
public final class UniqueForOldWriters implements StatementRule {
  @Override
  public String id() {
    return "add-unique-old-writers";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {

    return statement.deed() instanceof Deed.CreateIndex index
            && index.unique()
            && !script.makes(index.table(), statement)
        ? Optional.of(
            Danger.advice(
                "equal rows stop it now, and are refused from then on",
                "code that writes duplicates fails (23505)",
                "SELECT %s, count(*) FROM %s GROUP BY %s HAVING count(*) > 1; -- must give no row"
                    .formatted(
                        String.join(", ", index.columns()),
                        index.table(),
                        String.join(", ", index.columns()))))
        : Optional.empty();
  }
}
