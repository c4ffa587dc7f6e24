package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import dev.whimbrel.review.sql.Deed;
import java.util.Optional;

/** A new label of an enum is put where it happens to fall. */
public final class EnumOrder implements StatementRule {
  @Override
  public String id() {
    return "enum-order";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {

    return statement.deed() instanceof Deed.AddLabel label && !label.placed()
        ? Optional.of(
            Danger.advice(
                "'" + label.label() + "' becomes the last one, in every order by it",
                "a label cannot be moved or taken away later",
                "say where: ADD VALUE '%s' AFTER '...';".formatted(label.label())))
        : Optional.empty();
  }
}
