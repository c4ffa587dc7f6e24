package dev.whimbrel.sqlite.render;

import dev.whimbrel.schema.Constraint;
import dev.whimbrel.sqlite.parse.Names;
import java.util.Locale;

/** The definition of a constraint behind the columns of a table. */
final class ConstraintSql {
  private ConstraintSql() {}

  static String definition(Constraint constraint) {
    return named(constraint)
        + switch (constraint) {
          case Constraint.PrimaryKey(var name, var columns) ->
              "PRIMARY KEY(" + Words.quoted(columns) + ")";
          case Constraint.Unique(var name, var columns, var nulls) ->
              "UNIQUE(" + Words.quoted(columns) + ")";
          case Constraint.Check(var name, var condition) -> "CHECK(" + condition + ")";
          case Constraint.ForeignKey key ->
              "FOREIGN KEY (" + Words.quoted(key.columns()) + ") " + references(key);
          case Constraint.Verbatim(var name, var definition) -> definition;
        };
  }

  static String named(Constraint constraint) {
    return constraint.name().isEmpty() ? "" : "CONSTRAINT " + Names.quoted(constraint.name()) + " ";
  }

  static String references(Constraint.ForeignKey key) {
    String columns = key.referenced().isEmpty() ? "" : "(" + Words.quoted(key.referenced()) + ")";
    return "REFERENCES "
        + Words.quoted(key.references())
        + columns
        + " ON UPDATE "
        + action(key.onUpdate())
        + " ON DELETE "
        + action(key.onDelete())
        + deferral(key.deferral());
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
