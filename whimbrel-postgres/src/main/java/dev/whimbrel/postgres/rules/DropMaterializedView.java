package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import dev.whimbrel.review.sql.Deed;
import java.util.Optional;

/** A view that keeps its rows goes. */
public final class DropMaterializedView implements StatementRule {
  @Override
  public String id() {
    return "drop-materialized-view";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {

    return statement.deed() instanceof Deed.Drop drop && drop.kind().equals("materialized view")
        ? Optional.of(
            Danger.phased(
                "the rows of "
                    + drop.names().getFirst()
                    + " have to be computed again if it comes back",
                "code that reads it fails",
                "build the new one under another name, then switch the names"))
        : Optional.empty();
  }
}
