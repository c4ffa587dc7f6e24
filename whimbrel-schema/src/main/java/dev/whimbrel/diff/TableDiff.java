package dev.whimbrel.diff;

import dev.whimbrel.change.Change;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Finds the changes within one table that stays. */
final class TableDiff {
  private final Table from;
  private final Table to;
  private final ObjectName table;
  private final List<Change> changes = new ArrayList<>();

  TableDiff(Table from, Table to) {
    this.from = from;
    this.to = to;
    this.table = to.name();
  }

  List<Change> changes() {
    columns();
    parts(
        from.constraints(),
        to.constraints(),
        constraint -> changes.add(new Change.DropConstraint(table, constraint)),
        constraint -> changes.add(new Change.AddConstraint(table, constraint)));
    parts(
        from.indexes(),
        to.indexes(),
        index -> changes.add(new Change.DropIndex(table, index)),
        index -> changes.add(new Change.AddIndex(table, index)));
    return changes;
  }

  /** The last column goes first, so that on the way back each comes where it was. */
  private void columns() {
    Map<String, Column> before = byName(from.columns(), Column::name);
    for (Column column : to.columns()) {
      Column old = before.remove(column.name());
      if (old == null) {
        changes.add(new Change.AddColumn(table, column));
      } else if (!old.equals(column)) {
        changes.addAll(altered(old, column));
      }
    }
    List.copyOf(before.values())
        .reversed()
        .forEach(gone -> changes.add(new Change.DropColumn(table, gone)));
  }

  /** A computed column has no values of its own: it goes and comes again. */
  private List<Change> altered(Column old, Column column) {
    return old.generated() || column.generated()
        ? List.of(new Change.DropColumn(table, old), new Change.AddColumn(table, column))
        : List.of(new Change.AlterColumn(table, old, column));
  }

  private static <T> void parts(List<T> from, List<T> to, Consumer<T> drop, Consumer<T> add) {
    var added = new ArrayList<>(to);
    from.stream().filter(part -> !added.remove(part)).forEach(drop);
    added.forEach(add);
  }

  private static <T> Map<String, T> byName(List<T> list, Function<T, String> name) {
    var map = new LinkedHashMap<String, T>();
    list.forEach(each -> map.put(name.apply(each), each));
    return map;
  }
}
