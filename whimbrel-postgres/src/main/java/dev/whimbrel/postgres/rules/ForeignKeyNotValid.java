package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.ActionRule;
import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Action;
import dev.whimbrel.review.sql.NewConstraint;
import java.util.Optional;

/** A foreign key comes to a table that is there, and all rows are read. */
public final class ForeignKeyNotValid implements ActionRule {
  @Override
  public String id() {
    return "fk-without-not-valid";
  }

  @Override
  public Optional<Danger> judge(
      Action action, String table, ScriptStatement statement, Script script) {

    return switch (action) {
      case Action.AddConstraint(NewConstraint key)
          when key.kind() == NewConstraint.Kind.FOREIGN_KEY && !key.notValid() ->
          Optional.of(danger(table, key));
      case Action.AddColumn add when add.column().has(NewConstraint.Kind.FOREIGN_KEY) ->
          Optional.of(
              ofColumn(
                  table,
                  add.column().constraints().stream()
                      .filter(each -> each.kind() == NewConstraint.Kind.FOREIGN_KEY)
                      .findFirst()
                      .orElseThrow()));
      default -> Optional.empty();
    };
  }

  private static Danger danger(String table, NewConstraint key) {
    return Danger.phased(
        "every row of " + table + " is read to see that it has its parent",
        "nobody can write to %s or %s until that is done"
            .formatted(table, key.references().map(Object::toString).orElse("its parent")),
        Phases.ofConstraint(table, key));
  }

  private static Danger ofColumn(String table, NewConstraint key) {
    return Danger.phased(
        "%s is locked with %s while the column comes"
            .formatted(key.references().map(Object::toString).orElse("its parent"), table),
        "writers of both wait, and application and migration may lock each other out",
        "ALTER TABLE %s ADD COLUMN ...; -- without REFERENCES, then: %s"
            .formatted(table, Phases.ofConstraint(table, key)));
  }
}
