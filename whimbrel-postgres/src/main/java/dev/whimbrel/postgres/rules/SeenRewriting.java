package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import dev.whimbrel.review.sql.Deed;
import java.util.Optional;

/** A statement was seen to write a table anew, whatever its words say. */
public final class SeenRewriting implements StatementRule {
  @Override
  public String id() {
    return "seen-rewriting";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {

    return statement.deed() instanceof Deed.Other
        ? statement
            .observation()
            .filter(seen -> !seen.rewritten().isEmpty())
            .map(seen ->
                Danger.phased(
                    "it writes anew: " + String.join(", ", seen.rewritten()),
                    "nobody can read or write it until that is done",
                    "do what it does in steps that need no rewriting"))
        : Optional.empty();
  }
}
