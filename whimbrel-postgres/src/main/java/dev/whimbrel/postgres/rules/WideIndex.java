package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import dev.whimbrel.review.sql.Deed;
import java.util.Optional;

/** An index has many columns. */
public final class WideIndex implements StatementRule {
  @Override
  public String id() {
    return "index-too-wide";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {

    return statement.deed() instanceof Deed.CreateIndex index
            && !index.unique()
            && index.columns().size() > 3
        ? Optional.of(
            Danger.advice(
                "an index of " + index.columns().size() + " columns on " + index.table(),
                "each write pays for it, and the last columns seldom help",
                "index the two or three columns that queries ask for first"))
        : Optional.empty();
  }
}
