package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import dev.whimbrel.review.sql.Deed;
import java.util.Optional;

/** What cannot run in a transaction stands in one. */
public final class ConcurrentlyInTransaction implements StatementRule {
  @Override
  public String id() {
    return "concurrently-in-transaction";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {

    boolean alone =
        script.statements().stream()
            .allMatch(
                each -> each.start() == statement.start() || each.deed() instanceof Deed.Setting);
    return OutsideTransaction.is(statement.deed()) && script.inTransaction(statement) && !alone
        ? Optional.of(
            Danger.dangerous(
                "PostgreSQL refuses it in a transaction (25001)",
                "the migration fails, and what stood before it is undone",
                "give it a migration of its own"))
        : Optional.empty();
  }
}
