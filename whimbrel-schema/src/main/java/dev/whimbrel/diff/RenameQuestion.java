package dev.whimbrel.diff;

import dev.whimbrel.change.Change;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.EnumType;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that is new while something of its kind is gone: is it the same thing under a new name?
 *
 * @param added what it is if it is new
 * @param renames what else it may be, the likeliest first
 */
public record RenameQuestion(Change added, List<Change> renames) {
  public RenameQuestion {
    renames = List.copyOf(renames);
  }

  /** The questions about tables: each new one, if any table is gone. */
  public static List<RenameQuestion> aboutTables(Schema from, Schema to) {
    List<Table> gone = missing(from, to);
    if (gone.isEmpty()) {
      return List.of();
    }
    return missing(to, from).stream().map(table -> aboutTable(table, gone)).toList();
  }

  /** The questions about columns of tables that stay. */
  public static List<RenameQuestion> aboutColumns(Schema from, Schema to) {
    return to.tables()
        .flatMap(table -> from.findTable(table.name()).stream().flatMap(old -> within(old, table)))
        .toList();
  }

  /** The questions about the values of enumerations that stay. */
  public static List<RenameQuestion> aboutLabels(Schema from, Schema to) {
    return to.all(EnumType.class)
        .flatMap(type ->
            from
                .find(type.name())
                .filter(EnumType.class::isInstance)
                .map(EnumType.class::cast)
                .stream()
                .flatMap(old -> within(old, type)))
        .toList();
  }

  private static Stream<RenameQuestion> within(EnumType old, EnumType now) {
    List<String> gone =
        old.labels().stream().filter(label -> !now.labels().contains(label)).toList();
    return gone.isEmpty()
        ? Stream.empty()
        : now.labels().stream()
            .filter(label -> !old.labels().contains(label))
            .map(label -> aboutLabel(old, now, label, gone));
  }

  private static RenameQuestion aboutLabel(
      EnumType old, EnumType now, String label, List<String> gone) {
    int place = now.labels().indexOf(label);
    List<Change> candidates =
        gone.stream()
            .sorted(Comparator.comparing(each -> old.labels().indexOf(each) != place))
            .<Change>map(each -> new Change.RenameLabel(now.name(), each, label))
            .toList();
    return new RenameQuestion(new Change.Replace(old, now), candidates);
  }

  private static List<Table> missing(Schema here, Schema there) {
    return here.tables().filter(table -> there.find(table.name()).isEmpty()).toList();
  }

  private static RenameQuestion aboutTable(Table table, List<Table> gone) {
    List<Change> candidates =
        gone.stream()
            .sorted(Comparator.comparingLong((Table old) -> -shared(old, table)))
            .<Change>map(old -> new Change.RenameTable(old.name(), table.name()))
            .toList();
    return new RenameQuestion(new Change.Create(table), candidates);
  }

  private static long shared(Table one, Table other) {
    return one.columns().stream()
        .filter(column -> other.findColumn(column.name()).isPresent())
        .count();
  }

  private static Stream<RenameQuestion> within(Table old, Table now) {
    List<Column> gone = missing(old, now);
    return gone.isEmpty()
        ? Stream.empty()
        : missing(now, old).stream().map(column -> aboutColumn(now.name(), column, gone));
  }

  private static List<Column> missing(Table here, Table there) {
    var missing = new ArrayList<Column>();
    for (Column column : here.columns()) {
      if (there.findColumn(column.name()).isEmpty()) {
        missing.add(column);
      }
    }
    return missing;
  }

  private static RenameQuestion aboutColumn(ObjectName table, Column column, List<Column> gone) {
    List<Change> candidates =
        gone.stream()
            .sorted(Comparator.comparing(old -> !old.type().equals(column.type())))
            .<Change>map(old -> new Change.RenameColumn(table, old.name(), column.name()))
            .toList();
    return new RenameQuestion(new Change.AddColumn(table, column), candidates);
  }
}
