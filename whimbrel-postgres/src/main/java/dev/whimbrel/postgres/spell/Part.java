package dev.whimbrel.postgres.spell;

import dev.whimbrel.change.Change;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.ValueSource;
import java.util.ArrayList;
import java.util.stream.Stream;

/** A part of a table of which something may be said that has no place in the table. */
public record Part(ObjectName table, Kind kind, String name) {
  /** What the part is. */
  public enum Kind {
    COLUMN,
    /** A column whose values are converted, so that it is kept as its new type is by itself. */
    CONVERTED,
    /** A column whose numbers come from another sequence than before. */
    COUNTER,
    /** A column that may be null on one side. */
    REQUIREMENT,
    CONSTRAINT,
    INDEX
  }

  /** The parts that a change takes away, makes, or makes anew. */
  public static Stream<Part> touchedBy(Change change) {
    return switch (change) {
      case Change.AddColumn(var table, var column) -> Stream.of(column(table, column));
      case Change.DropColumn(var table, var column) -> Stream.of(column(table, column));
      case Change.AlterColumn(var table, var from, var to) -> altered(table, from, to);
      case Change.AddConstraint(var table, var added) -> constraint(table, added);
      case Change.DropConstraint(var table, var gone) -> constraint(table, gone);
      case Change.AddIndex(var table, var index) ->
          Stream.of(new Part(table, Kind.INDEX, index.name()));
      case Change.DropIndex(var table, var index) ->
          Stream.of(new Part(table, Kind.INDEX, index.name()));
      default -> Stream.empty();
    };
  }

  private static Stream<Part> altered(ObjectName table, Column from, Column to) {
    var parts = new ArrayList<Part>();
    if (converts(from, to)) {
      parts.add(new Part(table, Kind.CONVERTED, to.name()));
    }
    if (from.value().getClass() != to.value().getClass() && (counts(from) || counts(to))) {
      parts.add(new Part(table, Kind.COUNTER, to.name()));
    }
    if (from.nullable() != to.nullable()) {
      parts.add(new Part(table, Kind.REQUIREMENT, to.name()));
    }
    return parts.stream();
  }

  private static boolean counts(Column column) {
    return column.value() instanceof ValueSource.Serial
        || column.value() instanceof ValueSource.Identity;
  }

  /** Whether the values of a column are converted by this. */
  public static boolean converts(Column from, Column to) {
    return !from.type().equals(to.type()) || !from.collation().equals(to.collation());
  }

  private static Part column(ObjectName table, Column column) {
    return new Part(table, Kind.COLUMN, column.name());
  }

  /** There may be an index of the same name behind it. */
  private static Stream<Part> constraint(ObjectName table, Constraint constraint) {
    return Stream.of(
        new Part(table, Kind.CONSTRAINT, constraint.name()),
        new Part(table, Kind.INDEX, constraint.name()));
  }
}
