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

    return script.inTransaction(statement) && Exclusive.takesTime(statement)
        ? script.sameTransaction(statement).stream()
            .flatMap(each -> Exclusive.locked(each, script).stream())
            .findFirst()
            .map(table ->
                Danger.phased(
                    "the lock that an earlier statement took on " + table + " is held meanwhile",
                    "nobody can read or write " + table + " until this is done too",
                    "give it a migration of its own"))
        : Optional.empty();
  }
}
