package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import dev.whimbrel.review.sql.Deed;
import java.util.Optional;

/** A table is written anew to be smaller. */
public final class Repack implements StatementRule {
  @Override
  public String id() {
    return "cluster-vacuum-full";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {

    return statement.deed() instanceof Deed.Repack repack && !repack.concurrently()
        ? Optional.of(
            Danger.phased(
                "every row is written anew",
                "nobody can read or write the table until that is done",
                "VACUUM without FULL, or REPACK (CONCURRENTLY) from PostgreSQL 19"))
        : Optional.empty();
  }
}
