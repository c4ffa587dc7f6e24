package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import dev.whimbrel.review.sql.Deed;
import java.util.Optional;

/** A statement was seen to drop what its words do not name. */
public final class SeenDropping implements StatementRule {
  @Override
  public String id() {
    return "seen-dropping";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {

    return statement.deed() instanceof Deed.Other
        ? statement
            .observation()
            .map(seen ->
                seen.dropped()
                    .filter(gone -> gone.startsWith("table ") || gone.startsWith("column "))
                    .toList())
            .filter(gone -> !gone.isEmpty())
            .map(gone ->
                Danger.dangerous(
                    "it drops " + String.join(", ", gone),
                    "what was in it is lost, and code that uses it fails",
                    "drop it in a statement of its own that says so"))
        : Optional.empty();
  }
}
