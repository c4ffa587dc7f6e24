package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import java.util.Optional;

/** A strong lock is held while more is done. */
public final class MoreAfterExclusive implements StatementRule {
  @Override
  public String id() {
    return "more-after-access-exclusive";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {

    if (!script.inTransaction(statement) || OutsideTransaction.is(statement.deed())) {
      return Optional.empty();
    }
    Optional<String> held =
        script.sameTransaction(statement).reversed().stream()
            .takeWhile(each -> !OutsideTransaction.is(each.deed()))
            .flatMap(each -> Exclusive.locked(each, script).stream())
            .findFirst();
    if (Exclusive.takesTime(statement)) {
      return held.map(MoreAfterExclusive::longer);
    }
    return Timeouts.locks(statement, script)
        ? held.map(MoreAfterExclusive::waiting)
        : Optional.empty();
  }

  private static Danger longer(String table) {
    return Danger.phased(
        "the lock that an earlier statement took on " + table + " is held meanwhile",
        "nobody can read or write " + table + " until this is done too",
        "give it a migration of its own");
  }

  /** It is short itself, but may have to wait. */
  private static Danger waiting(String table) {
    return Danger.advice(
        "the lock that an earlier statement took on "
            + table
            + " is held while it waits for its own",
        "nobody can read or write " + table + " until both are done",
        "join what is done to one table; give other tables a migration of their own");
  }
}
