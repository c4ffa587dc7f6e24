package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.ActionRule;
import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Action;
import java.util.Optional;

/** A table becomes a partition, and all its rows are read. */
public final class AttachWithoutCheck implements ActionRule {
  @Override
  public String id() {
    return "attach-without-check";
  }

  @Override
  public Optional<Danger> judge(
      Action action, String table, ScriptStatement statement, Script script) {

    boolean seenReading =
        statement.observation().filter(seen -> !seen.scanned().isEmpty()).isPresent();
    return action instanceof Action.AttachPartition(String partition) && seenReading
        ? Optional.of(
            Danger.phased(
                "every row of " + partition + " is read to see that it belongs there",
                "nobody can read or write it, nor the default partition, until that is done",
                "add a CHECK of the bounds NOT VALID, validate it, attach, and drop the check"))
        : Optional.empty();
  }
}
