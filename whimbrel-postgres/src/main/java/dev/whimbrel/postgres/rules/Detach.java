package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.ActionRule;
import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Action;
import java.util.Optional;

/** A partition leaves while everybody waits. */
public final class Detach implements ActionRule {
  @Override
  public String id() {
    return "detach-not-concurrent";
  }

  @Override
  public Optional<Danger> judge(
      Action action, String table, ScriptStatement statement, Script script) {

    return action instanceof Action.DetachPartition(String partition, boolean concurrently)
            && !concurrently
        ? Optional.of(
            Danger.phased(
                "the whole of " + table + " is locked to let " + partition + " go",
                "nobody can read or write any partition until the transaction ends",
                "ALTER TABLE %s DETACH PARTITION %s CONCURRENTLY;".formatted(table, partition)))
        : Optional.empty();
  }
}
