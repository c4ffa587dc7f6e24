package dev.whimbrel.plan;

import dev.whimbrel.change.Change;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Table;
import java.util.List;
import java.util.stream.Stream;

/** What the form that a table gets does to its columns, where no change of their own says so. */
record NewForm(Table was, Table now) {
  /** The changes of columns that are in one of a table's form. */
  static Stream<Change> columnsOf(Change change) {
    return change instanceof Change.Replace(Table was, Table now)
        ? new NewForm(was, now).columns()
        : Stream.empty();
  }

  private Stream<Change> columns() {
    Stream<Change> dropped =
        missing(was, now).map(column -> new Change.DropColumn(now.name(), column));
    Stream<Change> added =
        missing(now, was).map(column -> new Change.AddColumn(now.name(), column));
    return Stream.of(dropped, added, altered()).flatMap(changes -> changes);
  }

  private Stream<Change> altered() {
    return now.columns().stream()
        .flatMap(column ->
            was.findColumn(column.name()).stream()
                .filter(old -> !old.equals(column))
                .map(old -> new Change.AlterColumn(now.name(), old, column)));
  }

  /** The columns whose values go. */
  List<String> lost() {
    return missing(was, now).filter(column -> !column.generated()).map(Column::name).toList();
  }

  /** What is not on the other side; a table that is of another family there has it from that. */
  private static Stream<Column> missing(Table here, Table there) {
    return Family.leaves(there, here)
        ? Stream.empty()
        : here.columns().stream().filter(column -> there.findColumn(column.name()).isEmpty());
  }
}
