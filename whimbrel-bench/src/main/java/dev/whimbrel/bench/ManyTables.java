package dev.whimbrel.bench;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The tables of {@link BigSchema} as values: ten columns, an index and a foreign key each.
 *
 * @param changed in how many of a hundred there is one column more
 */
record ManyTables(int count, int changed) {
  Schema schema() {
    return Schema.of(IntStream.rangeClosed(1, count).mapToObj(this::table).toList());
  }

  private Table table(int number) {
    ObjectName name = ObjectName.of("table" + number);
    return new Table(
        name,
        columns(number % 100 < changed),
        constraints(number),
        List.of(Index.of(name.name() + "_name_idx", false, List.of("name"))),
        List.of());
  }

  private static List<Column> columns(boolean more) {
    var columns = new ArrayList<Column>();
    columns.add(Column.of("id", new DataType.Int(64)).notNull());
    columns.add(Column.of("parent_id", new DataType.Int(64)));
    columns.add(Column.of("name", new DataType.Text(Optional.of(100))).notNull());
    columns.add(Column.of("title", new DataType.Text(Optional.empty())));
    columns.add(Column.of("count", new DataType.Int(32)).notNull());
    columns.add(Column.of("active", new DataType.Bool()).notNull());
    columns.add(Column.of("status", new DataType.Text(Optional.of(20))).notNull());
    columns.add(Column.of("settings", new DataType.Json(true)));
    columns.add(Column.of("created_at", new DataType.Timestamp(Optional.empty(), true)).notNull());
    columns.add(Column.of("updated_at", new DataType.Timestamp(Optional.empty(), true)).notNull());
    if (more) {
      columns.add(Column.of("note", new DataType.Text(Optional.empty())));
    }
    return columns;
  }

  private static List<Constraint> constraints(int number) {
    var constraints = new ArrayList<Constraint>();
    constraints.add(new Constraint.PrimaryKey("table" + number + "_pkey", List.of("id")));
    if (number > 1) {
      constraints.add(
          new Constraint.ForeignKey(
              "table%d_parent_id_fk".formatted(number),
              List.of("parent_id"),
              ObjectName.of("table" + (number - 1)),
              List.of("id"),
              Constraint.Action.NO_ACTION,
              Constraint.Action.NO_ACTION,
              Constraint.Deferral.NOT_DEFERRABLE));
    }
    return constraints;
  }
}
