package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import dev.whimbrel.review.sql.Deed;
import dev.whimbrel.schema.ObjectName;
import java.util.List;
import java.util.Optional;

/** A table is emptied. */
public final class Truncate implements StatementRule {
  @Override
  public String id() {
    return "truncate";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {

    return statement.deed() instanceof Deed.Truncate(List<ObjectName> tables, boolean cascade)
        ? Optional.of(
            Danger.dangerous(
                "every row of " + tables.getFirst() + " is lost",
                "nobody can read or write it meanwhile; older snapshots see it empty",
                "DELETE in batches of a few thousand rows"))
        : Optional.empty();
  }
}
