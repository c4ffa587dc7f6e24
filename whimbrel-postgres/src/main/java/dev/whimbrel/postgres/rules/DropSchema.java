package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import dev.whimbrel.review.sql.Deed;
import java.util.Optional;
import java.util.Set;

/** A schema or a database goes, with all that is in it. */
public final class DropSchema implements StatementRule {
  @Override
  public String id() {
    return "drop-schema";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {

    return statement.deed() instanceof Deed.Drop drop
            && Set.of("schema", "database").contains(drop.kind())
        ? Optional.of(
            Danger.dangerous(
                "everything in " + drop.names().getFirst() + " is lost",
                "all code that uses any of it fails",
                "drop what is in it by name, in migrations of its own; never a database in a migration"))
        : Optional.empty();
  }
}
