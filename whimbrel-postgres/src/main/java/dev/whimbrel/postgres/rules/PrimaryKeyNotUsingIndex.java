package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.ActionRule;
import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Action;
import dev.whimbrel.review.sql.NewConstraint;
import java.util.Optional;

/** A primary key comes to a table that is there, and its index is built meanwhile. */
public final class PrimaryKeyNotUsingIndex implements ActionRule {
  @Override
  public String id() {
    return "pk-not-using-index";
  }

  @Override
  public Optional<Danger> judge(
      Action action, String table, ScriptStatement statement, Script script) {

    return switch (action) {
      case Action.AddConstraint(NewConstraint key)
          when key.kind() == NewConstraint.Kind.PRIMARY_KEY && key.index().isEmpty() ->
          Optional.of(danger(table, key));
      case Action.AddColumn add when add.column().has(NewConstraint.Kind.PRIMARY_KEY) ->
          Optional.of(danger(table, add.column().constraints().getFirst()));
      default -> Optional.empty();
    };
  }

  private static Danger danger(String table, NewConstraint key) {
    return Danger.phased(
        "an index over every row of " + table + " is built, and its columns are made NOT NULL",
        "nobody can read or write " + table + " until that is done",
        Phases.ofKey(table, key, "PRIMARY KEY"));
  }
}
