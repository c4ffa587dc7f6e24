package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import dev.whimbrel.review.sql.Deed;
import dev.whimbrel.schema.ObjectName;
import java.util.List;
import java.util.Optional;

/** A table is emptied, and all that refer to it. */
public final class TruncateCascade implements StatementRule {
  @Override
  public String id() {
    return "truncate-cascade";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {

    return statement.deed() instanceof Deed.Truncate(List<ObjectName> tables, boolean cascade)
            && cascade
        ? Optional.of(
            Danger.dangerous(
                "every table that refers to " + tables.getFirst() + " is emptied too, and so on",
                "rows go that nobody named",
                "TRUNCATE the tables by name: TRUNCATE a, b;"))
        : Optional.empty();
  }
}
