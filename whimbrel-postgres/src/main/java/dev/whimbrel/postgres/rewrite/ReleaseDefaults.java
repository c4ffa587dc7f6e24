package dev.whimbrel.postgres.rewrite;

import dev.whimbrel.change.Change;
import dev.whimbrel.plan.Rewrite;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.ValueSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes defaults away, and puts them back, while a function that they call goes and comes. */
public final class ReleaseDefaults implements Rewrite {
  @Override
  public List<Change> apply(List<Change> changes, Schema from) {
    Set<ObjectName> calls =
        changes.stream().flatMap(ReleaseDefaults::call).collect(Collectors.toSet());
    if (calls.isEmpty()) {
      return changes;
    }
    Schema then = Change.applyAll(changes, from);
    var said = new ArrayList<Change>();
    changes.forEach(change -> said.addAll(divided(change, calls)));
    from.tables()
        .forEach(table ->
            then.findTable(table.name())
                .ifPresent(now -> said.addAll(released(table, now, calls))));
    return said;
  }

  private static Stream<ObjectName> call(Change change) {
    return change instanceof Change.Drop(Opaque opaque) ? Stream.of(opaque.name()) : Stream.empty();
  }

  private static List<Change> divided(Change change, Set<ObjectName> calls) {
    if (change instanceof Change.AlterColumn(var table, var from, var to) && calls(from, calls)) {
      Column bare = from.filledBy(new ValueSource.Given());
      return List.of(
          new Change.AlterColumn(table, from, bare), new Change.AlterColumn(table, bare, to));
    }
    return List.of(change);
  }

  private static List<Change> released(Table old, Table now, Set<ObjectName> calls) {
    return old.columns().stream()
        .filter(column -> now.columns().contains(column) && calls(column, calls))
        .flatMap(column -> away(old, column))
        .toList();
  }

  private static Stream<Change> away(Table table, Column column) {
    Column bare = column.filledBy(new ValueSource.Given());
    return Stream.of(
        new Change.AlterColumn(table.name(), column, bare),
        new Change.AlterColumn(table.name(), bare, column));
  }

  private static boolean calls(Column column, Set<ObjectName> names) {
    return Optional.of(column.value())
        .filter(ValueSource.Default.class::isInstance)
        .map(value -> ((ValueSource.Default) value).expression().sql())
        .filter(sql -> names.stream().anyMatch(name -> Disturbance.calls(name, sql)))
        .isPresent();
  }
}
