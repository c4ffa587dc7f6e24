package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import dev.whimbrel.review.sql.Deed;
import java.util.Optional;

/** A lock timeout is too short to get past autovacuum. */
public final class ShortLockTimeout implements StatementRule {
  @Override
  public String id() {
    return "lock-timeout-vs-deadlock-timeout";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {

    return statement.deed() instanceof Deed.Setting set
            && set.name().equals("lock_timeout")
            && Timeouts.milliseconds(set.value())
                .filter(time -> time > 0 && time <= 1000)
                .isPresent()
        ? Optional.of(
            Danger.advice(
                "autovacuum gives way only after deadlock_timeout, one second unless it is set",
                "where autovacuum works on the table, every try fails",
                "SET LOCAL lock_timeout = '2s';"))
        : Optional.empty();
  }
}
