package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.ActionRule;
import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Action;
import java.util.Optional;
import java.util.stream.Collectors;

/** Indexes or constraints go silently with a column. */
public final class DropColumnTakesMore implements ActionRule {
  @Override
  public String id() {
    return "drop-column-in-index";
  }

  @Override
  public Optional<Danger> judge(
      Action action, String table, ScriptStatement statement, Script script) {

    return action instanceof Action.DropColumn(String column, boolean ifExists, boolean cascade)
        ? statement
            .observation()
            .map(seen ->
                seen.dropped()
                    .filter(gone -> gone.startsWith("index ") || gone.startsWith("constraint "))
                    .collect(Collectors.joining(", ")))
            .filter(gone -> !gone.isEmpty())
            .map(gone ->
                Danger.phased(
                    "with " + table + "." + column + " goes " + gone,
                    "queries that used them get slow, and rules they kept are kept no more",
                    "make what is to replace them first, then drop them by name, then the column"))
        : Optional.empty();
  }
}
