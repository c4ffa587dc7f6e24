package dev.whimbrel.sqlite.normalize;

import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.Table;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The order of a table's constraints: Drizzle's, and within a kind that of their columns. SQLite
 * does not tell one that was written within a column from one behind the columns.
 */
final class ConstraintOrder {
  private ConstraintOrder() {}

  static List<Constraint> sorted(Table table, Collection<Constraint> constraints) {
    List<String> columns = table.columns().stream().map(column -> column.name()).toList();
    Comparator<Constraint> order =
        Comparator.comparingInt(ConstraintOrder::rank)
            .thenComparing(constraint -> places(constraint, columns))
            .thenComparing(Constraint::name)
            .thenComparing(Constraint::toString);
    return constraints.stream().distinct().sorted(order).toList();
  }

  private static String places(Constraint constraint, List<String> columns) {
    return constraint.columns().stream()
        .map(column -> "%05d".formatted(columns.indexOf(column)))
        .collect(Collectors.joining(" "));
  }

  private static int rank(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key -> 0;
      case Constraint.ForeignKey key -> 1;
      case Constraint.Unique unique -> 2;
      case Constraint.Check check -> 3;
      case Constraint.Verbatim verbatim -> 4;
    };
  }
}
