package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import dev.whimbrel.review.sql.Deed;
import dev.whimbrel.schema.ObjectName;
import java.util.Optional;

/** A view that keeps its rows is filled anew while readers wait. */
public final class Refresh implements StatementRule {
  @Override
  public String id() {
    return "refresh-not-concurrent";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {

    return statement.deed() instanceof Deed.Refresh(ObjectName view, boolean concurrently)
            && !concurrently
        ? Optional.of(
            Danger.phased(
                view + " is computed and written anew",
                "nobody can read it until that is done",
                "REFRESH MATERIALIZED VIEW CONCURRENTLY " + view + "; -- needs a unique index"))
        : Optional.empty();
  }
}
