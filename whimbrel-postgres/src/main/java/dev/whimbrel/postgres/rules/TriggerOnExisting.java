package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import dev.whimbrel.review.sql.Deed;
import dev.whimbrel.schema.ObjectName;
import java.util.Optional;

/** A trigger comes to a table that is in use. */
public final class TriggerOnExisting implements StatementRule {
  @Override
  public String id() {
    return "trigger-on-existing";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {

    return statement.deed() instanceof Deed.CreateTrigger(String trigger, ObjectName table)
            && !script.makes(table, statement)
        ? Optional.of(
            Danger.advice(
                "writers of " + table + " wait until the transaction ends",
                "and it waits itself for writers that are at work",
                "SET LOCAL lock_timeout = '2s';"))
        : Optional.empty();
  }
}
