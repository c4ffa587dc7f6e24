package dev.whimbrel.postgres.render;

import static dev.whimbrel.postgres.spell.Identifier.quoted;

import dev.whimbrel.postgres.spell.Identifier;
import dev.whimbrel.postgres.spell.Text;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.Table;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A constraint as it stands in {@code CREATE TABLE} and behind {@code ADD}. */
final class ConstraintSql {
  private ConstraintSql() {}

  static String definition(Constraint constraint) {
    String body =
        switch (constraint) {
          case Constraint.PrimaryKey key -> "PRIMARY KEY(" + list(key.columns()) + ")";
          case Constraint.Unique unique ->
              "UNIQUE%s(%s)"
                  .formatted(
                      unique.nullsNotDistinct() ? " NULLS NOT DISTINCT " : "",
                      list(unique.columns()));
          case Constraint.Check(var name, var condition) ->
              "CHECK (" + Text.unwrapped(condition.sql()) + ")";
          case Constraint.ForeignKey key -> foreignKey(key);
          case Constraint.Verbatim(var name, var words) -> words;
        };
    return constraint.name().isEmpty()
        ? body
        : "CONSTRAINT " + quoted(constraint.name()) + " " + body;
  }

  /** Whether it can be said with its column: its only one, under the name it gets by itself. */
  static boolean inline(Table table, Constraint constraint) {
    return constraint instanceof Constraint.PrimaryKey(var name, var columns)
        && columns.size() == 1
        && (name.isEmpty() || name.equals(Identifier.primaryKey(table.name().name())));
  }

  static String list(List<String> columns) {
    return columns.stream().map(Identifier::quoted).collect(Collectors.joining(","));
  }

  private static String foreignKey(Constraint.ForeignKey key) {
    return "FOREIGN KEY (%s) REFERENCES %s(%s) ON DELETE %s ON UPDATE %s%s"
        .formatted(
            list(key.columns()),
            quoted(key.references()),
            list(key.referenced()),
            action(key.onDelete()),
            action(key.onUpdate()),
            deferral(key.deferral()));
  }

  private static String action(Constraint.Action action) {
    return action.sql().toLowerCase(Locale.ROOT);
  }

  private static String deferral(Constraint.Deferral deferral) {
    return switch (deferral) {
      case NOT_DEFERRABLE -> "";
      case INITIALLY_IMMEDIATE -> " DEFERRABLE INITIALLY IMMEDIATE";
      case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
    };
  }
}
