package dev.whimbrel.sqlite.render;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.ValueSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A difference between two forms of a table that ADD COLUMN can make: new columns at the end, and
 * foreign keys that belong to one of them.
 */
public record ColumnAdditions(Table to, List<Column> columns, List<Constraint.ForeignKey> keys) {
  public ColumnAdditions {
    columns = List.copyOf(columns);
    keys = List.copyOf(keys);
  }

  /** The difference, if there is no other. */
  public static Optional<ColumnAdditions> between(Table from, Table to) {
    int before = from.columns().size();
    boolean more = to.columns().size() > before;
    if (!more || !to.columns().subList(0, before).equals(from.columns())) {
      return Optional.empty();
    }
    List<Column> columns = to.columns().subList(before, to.columns().size());
    List<Constraint.ForeignKey> keys = keysOf(columns, to);
    var constraints = new ArrayList<>(to.constraints());
    keys.forEach(constraints::remove);
    Table added = from.withColumns(to.columns()).withConstraints(constraints);
    boolean rest = added.equals(to.withConstraints(constraints)) && same(from, constraints);
    return rest && columns.stream().allMatch(column -> addable(column, keys))
        ? Optional.of(new ColumnAdditions(to, columns, keys))
        : Optional.empty();
  }

  /** Whether ADD COLUMN takes a column such as this, which no constraint of the table mentions. */
  public static boolean addable(Column column) {
    return switch (column.value()) {
      case ValueSource.Given given -> true;
      case ValueSource.Default(var expression) -> ColumnSql.constant(expression.sql());
      case ValueSource.Generated(var expression, var stored) -> !stored;
      case ValueSource.AutoIncrement counted -> false;
      case ValueSource.Identity identity -> false;
      case ValueSource.Serial serial -> false;
    };
  }

  private static boolean addable(Column column, List<Constraint.ForeignKey> keys) {
    boolean refers = keys.stream().anyMatch(key -> key.columns().contains(column.name()));
    boolean empty = column.nullable() && column.value() instanceof ValueSource.Given;
    return addable(column) && (!refers || empty);
  }

  private static boolean same(Table from, List<Constraint> constraints) {
    return from.constraints().size() == constraints.size()
        && from.constraints().containsAll(constraints);
  }

  private static List<Constraint.ForeignKey> keysOf(List<Column> columns, Table to) {
    List<String> names = columns.stream().map(Column::name).toList();
    return to.foreignKeys()
        .filter(key -> key.columns().size() == 1 && names.contains(key.columns().getFirst()))
        .toList();
  }
}
