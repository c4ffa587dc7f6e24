package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.ActionRule;
import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Action;
import dev.whimbrel.review.sql.Deed;
import dev.whimbrel.review.sql.NewConstraint;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A column is made NOT NULL, for which all rows are read. */
public final class SetNotNull implements ActionRule {
  @Override
  public String id() {
    return "set-not-null-scan";
  }

  @Override
  public Optional<Danger> judge(
      Action action, String table, ScriptStatement statement, Script script) {

    return action instanceof Action.SetNotNull(String column)
            && !statement.seenQuick()
            && !validated(column, table, statement, script)
        ? Optional.of(danger(table, column))
        : Optional.empty();
  }

  /** A check that was validated before may be the one that spares the reading. */
  private static boolean validated(
      String column, String table, ScriptStatement statement, Script script) {
    List<Action> before = actionsBefore(table, statement, script).toList();
    return statement.observation().isEmpty()
        && before.stream()
            .anyMatch(action ->
                switch (action) {
                  case Action.ValidateConstraint(String name) -> perhapsAbout(column, name, before);
                  case Action.AddConstraint(var added) ->
                      !added.notValid() && isAbout(column, added);
                  default -> false;
                });
  }

  private static Stream<Action> actionsBefore(
      String table, ScriptStatement statement, Script script) {
    return script
        .before(statement)
        .map(ScriptStatement::deed)
        .filter(deed -> deed instanceof Deed.Alter alter && alter.table().toString().equals(table))
        .flatMap(deed -> ((Deed.Alter) deed).actions().stream())
        .map(Deed.Placed::action);
  }

  /** Whether the constraint says so, or was made elsewhere, so that nobody knows here. */
  private static boolean perhapsAbout(String column, String name, List<Action> before) {
    return before.stream()
        .flatMap(action ->
            action instanceof Action.AddConstraint(var added) && added.name().equals(name)
                ? Stream.of(added)
                : Stream.empty())
        .allMatch(added -> isAbout(column, added));
  }

  private static boolean isAbout(String column, NewConstraint constraint) {
    String text = constraint.text().replace("\"", "").replaceAll("\\s+", " ");
    return text.matches("(?is).*\\b" + Pattern.quote(column) + " is not null\\b.*")
        || constraint.kind() == NewConstraint.Kind.NOT_NULL;
  }

  private static Danger danger(String table, String column) {
    return Danger.phased(
        "every row of " + table + " is read to see that none lacks a value",
        "nobody can read or write " + table + " until that is done, and one NULL stops it",
        """
        ALTER TABLE %1$s ADD CONSTRAINT %2$s_not_null CHECK (%2$s IS NOT NULL) NOT VALID;
        ALTER TABLE %1$s VALIDATE CONSTRAINT %2$s_not_null; -- in a migration of its own
        ALTER TABLE %1$s ALTER COLUMN %2$s SET NOT NULL;
        ALTER TABLE %1$s DROP CONSTRAINT %2$s_not_null;\
        """
            .formatted(table, column));
  }
}
