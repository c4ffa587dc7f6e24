package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Action;
import dev.whimbrel.review.sql.Deed;
import java.util.Locale;

/** Tells which statements fail when they are run a second time. */
final class Robust {
  private Robust() {}

  static boolean fragile(ScriptStatement statement, Script script) {
    String sql = statement.sql().toLowerCase(Locale.ROOT);
    return switch (statement.deed()) {
      case Deed.CreateTable made ->
          !made.words().contains("if not exists") && !made.words().contains("on commit drop");
      case Deed.CreateIndex index ->
          !index.words().contains("if not exists") && !index.name().isEmpty();
      case Deed.Drop drop -> !drop.is("if exists");
      case Deed.Alter alter ->
          alter.actions().stream().anyMatch(each -> fragile(each.action(), sql, script, statement));
      case Deed.CreateEnum type -> true;
      case Deed.CreateDomain domain -> true;
      case Deed.AddLabel label -> !label.ifNotExists();
      default -> false;
    };
  }

  private static boolean fragile(
      Action action, String sql, Script script, ScriptStatement statement) {
    return switch (action) {
      case Action.AddColumn(var column, boolean ifNotExists) -> !ifNotExists;
      case Action.DropColumn column -> !sql.contains("if exists");
      case Action.DropConstraint constraint -> !sql.contains("if exists");
      case Action.AddConstraint(var constraint) ->
          script.before(statement).noneMatch(each -> drops(each.deed(), constraint.name()));
      case Action.RenameColumn rename -> true;
      case Action.RenameTable rename -> true;
      case Action.Other(String words) -> words.contains("row level security");
      default -> false;
    };
  }

  private static boolean drops(Deed deed, String constraint) {
    return deed instanceof Deed.Alter alter
        && alter.actions().stream()
            .anyMatch(each ->
                each.action() instanceof Action.DropConstraint drop
                    && drop.name().equals(constraint));
  }
}
