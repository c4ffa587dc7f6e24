package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import dev.whimbrel.review.sql.Deed;
import java.util.Optional;
import java.util.Set;

/** Something goes that code of the last release may still use. */
public final class DropObject implements StatementRule {
  @Override
  public String id() {
    return "drop-read-by-old-code";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {

    return statement.deed() instanceof Deed.Drop drop
            && Set.of(
                    "view",
                    "function",
                    "procedure",
                    "type",
                    "sequence",
                    "domain",
                    "extension",
                    "aggregate")
                .contains(drop.kind())
        ? Optional.of(
            Danger.phased(
                drop.kind() + " " + drop.names().getFirst() + " goes",
                "code of the last release that still uses it fails while both run",
                "deploy code that no longer uses it first; drop it in the next release"))
        : Optional.empty();
  }
}
