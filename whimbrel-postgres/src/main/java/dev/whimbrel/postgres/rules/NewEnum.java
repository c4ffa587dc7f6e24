package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import dev.whimbrel.review.sql.Deed;
import dev.whimbrel.schema.ObjectName;
import java.util.Optional;

/** A new enum: labels can be added to it, and never removed. */
public final class NewEnum implements StatementRule {
  @Override
  public String id() {
    return "creating-enum";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {

    return statement.deed() instanceof Deed.CreateEnum(ObjectName type)
        ? Optional.of(
            Danger.advice(
                "labels of " + type + " can be added later, but never removed",
                "whoever needs to remove one has to replace the type in every table",
                "a text column with a CHECK, or a table of its own, can change"))
        : Optional.empty();
  }
}
