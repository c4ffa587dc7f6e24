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
    return staysInFamily()
        ? Stream.concat(
            gone().map(column -> new Change.DropColumn(now.name(), column)),
            now.columns().stream().flatMap(this::comingOrChanging))
        : Stream.empty();
  }

  private Stream<Change> comingOrChanging(Column column) {
    return was.findColumn(column.name())
        .map(old ->
            old.equals(column)
                ? Stream.<Change>empty()
                : Stream.<Change>of(new Change.AlterColumn(now.name(), old, column)))
        .orElseGet(() -> Stream.of(new Change.AddColumn(now.name(), column)));
  }

  /** The columns whose values go; what another table gives from now on, or gave, is still there. */
  List<String> lost() {
    return staysInFamily()
        ? gone().filter(column -> !column.generated()).map(Column::name).toList()
        : List.of();
  }

  private Stream<Column> gone() {
    return was.columns().stream().filter(column -> now.findColumn(column.name()).isEmpty());
  }

  private boolean staysInFamily() {
    return !Family.joins(was, now) && !Family.leaves(was, now);
  }
}
