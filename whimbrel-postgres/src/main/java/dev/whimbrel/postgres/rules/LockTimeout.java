package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import java.util.Optional;

/** A statement may wait for its lock without end, and everybody behind it. */
public final class LockTimeout implements StatementRule {
  @Override
  public String id() {
    return "missing-lock-timeout";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {

    return Timeouts.firstThatNeeds("lock_timeout", statement, script)
        ? Optional.of(
            Danger.advice(
                "it waits for its lock as long as the longest transaction lasts",
                "and everybody who comes after waits behind it, readers too",
                "SET LOCAL lock_timeout = '2s'; -- and try again when it is not enough"))
        : Optional.empty();
  }
}
