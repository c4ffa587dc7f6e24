package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Observation;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import java.util.Optional;

/** A statement that the server refused when it was tried. */
public final class SeenFailing implements StatementRule {
  @Override
  public String id() {
    return "fails";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {

    return statement
        .observation()
        .flatMap(Observation::refusal)
        .map(refused ->
            Danger.dangerous(
                "it failed when it was tried on rows: "
                    + refused.message()
                    + (refused.sqlState().isEmpty() ? "" : " (" + refused.sqlState() + ")"),
                "the migration stops here unless no row is like those that were tried",
                "look at the rows first, or change them in a migration of their own"));
  }
}
