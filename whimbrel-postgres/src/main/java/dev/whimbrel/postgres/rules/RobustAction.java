package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Action;
import dev.whimbrel.review.sql.Deed;
import dev.whimbrel.schema.ObjectName;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Tells which actions on a table fail when they are run a second time. */
record RobustAction(Action action, ObjectName table) {
  boolean fragile(Robust within) {
    return switch (action) {
      case Action.AddColumn add ->
          !add.ifNotExists() && !isBehind(within, gone -> dropsColumn(gone, add.column().name()));
      case Action.DropColumn drop -> !drop.ifExists();
      case Action.DropConstraint drop -> !drop.ifExists();
      case Action.AddConstraint(var added) ->
          !isBehind(within, gone -> dropsConstraint(gone, added.name()));
      case Action.RenameConstraint rename -> true;
      case Action.AttachPartition partition -> true;
      case Action.DetachPartition partition -> true;
      case Action.AddIdentity identity -> true;
      case Action.RenameColumn rename -> true;
      case Action.RenameTable rename -> true;
      case Action.Other(String words) ->
          words.contains("row level security")
              || words.matches(".* drop (identity|expression)(?! if exists)");
      default -> false;
    };
  }

  /** Whether the same table let go of it before, if it was there. */
  private boolean isBehind(Robust within, Predicate<Action> lets) {
    return Stream.concat(within.script().before(within.statement()), Stream.of(within.statement()))
        .map(ScriptStatement::deed)
        .filter(deed -> deed instanceof Deed.Alter alter && alter.table().equals(table))
        .flatMap(deed -> ((Deed.Alter) deed).actions().stream())
        .anyMatch(placed -> lets.test(placed.action()));
  }

  private static boolean dropsColumn(Action action, String column) {
    return action instanceof Action.DropColumn drop
        && drop.ifExists()
        && drop.column().equals(column);
  }

  private static boolean dropsConstraint(Action action, String constraint) {
    return action instanceof Action.DropConstraint drop && drop.name().equals(constraint);
  }
}
