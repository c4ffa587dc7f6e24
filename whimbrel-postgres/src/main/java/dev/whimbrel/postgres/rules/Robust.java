package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Action;
import dev.whimbrel.review.sql.Deed;
import dev.whimbrel.schema.ObjectName;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells which statements fail when they are run a second time. */
final class Robust {
  private static final Pattern MAKING =
      Pattern.compile(
          "^create (sequence|schema|extension|function|procedure|aggregate|policy|role|user|type"
              + "|publication|collation|statistics|rule)\\b");
  private static final Pattern REPLACING =
      Pattern.compile("^\\s*create\\s+(or\\s+replace\\b|[a-z ]*\\bif\\s+not\\s+exists\\b)");

  private Robust() {}

  /** Whether what is to be made was let go before, if it was there. */
  private static boolean dropped(String name, Script script, ScriptStatement statement) {
    return script
        .before(statement)
        .anyMatch(each ->
            each.deed() instanceof Deed.Drop drop
                && drop.is("if exists")
                && drop.names().stream().anyMatch(gone -> gone.name().equals(name)));
  }

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
      case Deed.CreateEnum(ObjectName type) -> !dropped(type.name(), script, statement);
      case Deed.CreateDomain(ObjectName domain, boolean constrained) ->
          !dropped(domain.name(), script, statement);
      case Deed.CreateView view ->
          !REPLACING.matcher(sql).find() && !dropped(view.view().name(), script, statement);
      case Deed.CreateTrigger(String trigger, ObjectName table) ->
          !REPLACING.matcher(sql).find() && !dropped(trigger, script, statement);
      case Deed.AddLabel label -> !label.ifNotExists();
      case Deed.RenameLabel label -> true;
      case Deed.Rename rename -> true;
      case Deed.Other(String words, Optional<ObjectName> object) ->
          MAKING.matcher(words).find()
              && !REPLACING.matcher(words).find()
              && object.stream().noneMatch(made -> dropped(made.name(), script, statement));
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
          Stream.concat(script.before(statement), Stream.of(statement))
              .noneMatch(each -> drops(each.deed(), constraint.name()));
      case Action.RenameConstraint rename -> true;
      case Action.DetachPartition partition -> true;
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
