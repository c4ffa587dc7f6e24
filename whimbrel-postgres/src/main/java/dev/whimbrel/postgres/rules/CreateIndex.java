package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import dev.whimbrel.review.sql.Deed;
import java.util.Optional;

/** An index is built on a table that is in use. */
public final class CreateIndex implements StatementRule {
  @Override
  public String id() {
    return "index-not-concurrent";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {

    return statement.deed() instanceof Deed.CreateIndex index
            && !index.concurrently()
            && !index.words().contains("only")
            && !script.makes(index.table(), statement)
        ? Optional.of(
            Danger.phased(
                "every row of " + index.table() + " is read to build it",
                "nobody can write to " + index.table() + " until that is done",
                "CREATE %sINDEX CONCURRENTLY %s ON %s; -- outside of a transaction"
                    .formatted(index.unique() ? "UNIQUE " : "", index.name(), index.definition())))
        : Optional.empty();
  }
}
