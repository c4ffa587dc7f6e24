package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import dev.whimbrel.review.sql.Deed;
import dev.whimbrel.schema.ObjectName;
import java.util.Optional;

/** A domain has a rule of its own. */
public final class ConstrainedDomain implements StatementRule {
  @Override
  public String id() {
    return "domain-constraint";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {

    boolean rule =
        switch (statement.deed()) {
          case Deed.CreateDomain(ObjectName domain, boolean constrained) -> constrained;
          case Deed.AlterDomain(ObjectName domain, String words) ->
              words.matches("(add|set not null).*");
          default -> false;
        };
    return rule
        ? Optional.of(
            Danger.phased(
                "every table that uses the domain is read when its rule changes",
                "writers of all of them wait, and a column of it rewrites its table",
                "use the plain type, and a CHECK on the table, NOT VALID and then validated"))
        : Optional.empty();
  }
}
