package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import dev.whimbrel.review.sql.Deed;
import java.util.Optional;

/** A view that keeps its rows is filled anew, or emptied, while there are readers. */
public final class Refresh implements StatementRule {
  @Override
  public String id() {
    return "refresh-not-concurrent";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {
    return statement.deed() instanceof Deed.Refresh refresh
            && !refresh.concurrently()
            && !script.makes(refresh.view(), statement)
        ? Optional.of(refresh.filled() ? computed(refresh) : emptied(refresh))
        : Optional.empty();
  }

  private static Danger computed(Deed.Refresh refresh) {
    return Danger.phased(
        refresh.view() + " is computed and written anew",
        "nobody can read it until that is done",
        "REFRESH MATERIALIZED VIEW CONCURRENTLY " + refresh.view() + "; -- needs a unique index");
  }

  private static Danger emptied(Deed.Refresh refresh) {
    return Danger.phased(
        refresh.view() + " loses its rows, which takes no time",
        "every query on it fails (55000) until it is refreshed again",
        "leave WITH NO DATA out, and refresh it CONCURRENTLY");
  }
}
