package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Observation;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import dev.whimbrel.review.sql.Deed;
import java.util.Optional;

/** A statement was seen to read much under a strong lock, whatever its words say. */
public final class SeenBlocking implements StatementRule {
  @Override
  public String id() {
    return "seen-blocking";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {

    return statement.deed() instanceof Deed.Other
        ? statement
            .observation()
            .filter(Observation::longAndStrong)
            .filter(seen -> seen.rewritten().isEmpty())
            .map(seen ->
                Danger.phased(
                    "it reads all of %s".formatted(String.join(", ", seen.scanned())),
                    "nobody can write to %s until that is done"
                        .formatted(String.join(", ", seen.writesBlocked())),
                    "do what it does in steps, with the reading under a weaker lock"))
        : Optional.empty();
  }
}
