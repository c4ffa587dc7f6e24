package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.ActionRule;
import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Action;
import dev.whimbrel.review.sql.NewColumn;
import dev.whimbrel.review.sql.NewConstraint;
import java.util.Optional;

/** A unique rule comes to a table that is there, and its index is built meanwhile. */
public final class UniqueNotUsingIndex implements ActionRule {
  @Override
  public String id() {
    return "unique-not-using-index";
  }

  @Override
  public Optional<Danger> judge(
      Action action, String table, ScriptStatement statement, Script script) {

    return switch (action) {
      case Action.AddConstraint(NewConstraint key)
          when key.kind() == NewConstraint.Kind.UNIQUE && key.index().isEmpty() ->
          Optional.of(danger(table, key));
      case Action.AddColumn add when add.column().has(NewConstraint.Kind.UNIQUE) ->
          Optional.of(danger(table, ofColumn(add.column())));
      default -> Optional.empty();
    };
  }

  private static NewConstraint ofColumn(NewColumn column) {
    return column.constraints().stream()
        .filter(each -> each.kind() == NewConstraint.Kind.UNIQUE)
        .findFirst()
        .orElseThrow();
  }

  private static Danger danger(String table, NewConstraint key) {
    return Danger.phased(
        "an index over every row of " + table + " is built, and two equal rows stop it",
        "nobody can read or write " + table + " until that is done",
        Phases.ofKey(table, key, "UNIQUE"));
  }
}
