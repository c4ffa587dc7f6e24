package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.ActionRule;
import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Action;
import dev.whimbrel.review.sql.NewConstraint;
import java.util.Optional;

/** A check comes to a table that is there, and all rows are read. */
public final class CheckNotValid implements ActionRule {
  @Override
  public String id() {
    return "check-without-not-valid";
  }

  @Override
  public Optional<Danger> judge(
      Action action, String table, ScriptStatement statement, Script script) {

    return constraint(action, statement)
        .filter(constraint -> constraint.kind() == NewConstraint.Kind.CHECK)
        .filter(constraint -> !constraint.notValid())
        .map(constraint ->
            Danger.phased(
                "every row of " + table + " is read to see that it passes",
                "nobody can read or write " + table + " until that is done",
                Phases.ofConstraint(table, constraint)));
  }

  /** A check that comes with a new column reads all rows as well, though they have no value yet. */
  private static Optional<NewConstraint> constraint(Action action, ScriptStatement statement) {
    return switch (action) {
      case Action.AddConstraint(NewConstraint constraint) -> Optional.of(constraint);
      case Action.AddColumn add when !statement.seenQuick() ->
          add.column().constraints().stream()
              .filter(each -> each.kind() == NewConstraint.Kind.CHECK)
              .findFirst();
      default -> Optional.empty();
    };
  }
}
