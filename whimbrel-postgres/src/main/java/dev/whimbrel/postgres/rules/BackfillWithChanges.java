package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import dev.whimbrel.review.sql.Deed;
import java.util.Optional;
import java.util.Set;

/** Rows are changed while the lock of a change of shape is held. */
public final class BackfillWithChanges implements StatementRule {
  @Override
  public String id() {
    return "backfill-in-ddl-transaction";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {

    return statement.deed() instanceof Deed.Write write
            && Set.of("update", "delete").contains(write.command())
            && script.inTransaction(statement)
        ? script.sameTransaction(statement).stream()
            .flatMap(each -> Exclusive.locked(each, script).stream())
            .findFirst()
            .map(table ->
                Danger.phased(
                    "rows of %s change while %s is locked".formatted(write.table(), table),
                    "nobody can read or write " + table + " until the last row is done",
                    "change the rows in a migration of its own, in batches"))
        : Optional.empty();
  }
}
