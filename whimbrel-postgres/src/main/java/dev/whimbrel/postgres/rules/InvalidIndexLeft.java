package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import dev.whimbrel.review.sql.Deed;
import java.util.Optional;

/** An index that failed to be built may be taken for one that is there. */
public final class InvalidIndexLeft implements StatementRule {
  @Override
  public String id() {
    return "invalid-index-left";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {

    return statement.deed() instanceof Deed.CreateIndex index
            && index.concurrently()
            && index.words().contains("if not exists")
        ? Optional.of(
            Danger.advice(
                "if an earlier try failed, the broken index is there and IF NOT EXISTS is content",
                "queries go without the index, and a unique one may let duplicates in",
                "DROP INDEX CONCURRENTLY IF EXISTS %s; -- where pg_index.indisvalid is false"
                    .formatted(index.name())))
        : Optional.empty();
  }
}
