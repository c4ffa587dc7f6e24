package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import dev.whimbrel.review.sql.Deed;
import java.util.Optional;

/** A label of an enum gets another name. */
public final class RenameLabel implements StatementRule {
  @Override
  public String id() {
    return "rename-enum-value";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {

    return statement.deed() instanceof Deed.RenameLabel label
        ? Optional.of(
            Danger.phased(
                "'%s' is called '%s' from then on".formatted(label.from(), label.to()),
                "code that still writes or compares with '" + label.from() + "' fails at once",
                "ALTER TYPE %s ADD VALUE '%s'; -- move the rows and the code, and stop using the old"
                    .formatted(label.type(), label.to())))
        : Optional.empty();
  }
}
