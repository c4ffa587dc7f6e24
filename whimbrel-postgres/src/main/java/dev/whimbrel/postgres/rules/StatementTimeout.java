package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import java.util.Optional;

/** A statement may run without end. */
public final class StatementTimeout implements StatementRule {
  @Override
  public String id() {
    return "missing-statement-timeout";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {

    return Timeouts.firstThatNeeds("statement_timeout", statement, script)
        ? Optional.of(
            Danger.advice(
                "nothing ends it when it takes longer than anybody thought",
                "its locks are held all that time",
                "SET LOCAL statement_timeout = '30s'; -- 0 for CONCURRENTLY and VALIDATE"))
        : Optional.empty();
  }
}
