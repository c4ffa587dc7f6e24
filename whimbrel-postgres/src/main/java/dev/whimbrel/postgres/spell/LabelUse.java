package dev.whimbrel.postgres.spell;

import dev.whimbrel.change.Change;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.EnumType;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.ValueSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the changes of one plan do with the labels of enumerations. A label that is added cannot be
 * used in the same transaction, so a plan that does so has to make the type anew.
 */
public final class LabelUse {
  private final List<Change> changes;
  private final Set<Place> passing = new HashSet<>();
  private final Map<ObjectName, List<Table>> passingWhole = new HashMap<>();

  /** A column of a table. */
  private record Place(ObjectName table, String column) {}

  public LabelUse(List<Change> changes) {
    this.changes = List.copyOf(changes);
    changes.forEach(this::note);
  }

  private void note(Change change) {
    switch (change) {
      case Change.AddColumn(var table, var column) -> pass(table, column);
      case Change.DropColumn(var table, var column) -> pass(table, column);
      case Change.Create(Table table) -> pass(table);
      case Change.Drop(Table table) -> pass(table);
      case Change.AlterColumn(var table, var from, var to) when !from.type().equals(to.type()) ->
          pass(table, to);
      default -> {}
    }
  }

  private void pass(ObjectName table, Column column) {
    passing.add(new Place(table, column.name()));
  }

  private void pass(Table table) {
    passingWhole.computeIfAbsent(table.name(), name -> new ArrayList<>(1)).add(table);
  }

  /** Whether the column is there, with its type, before and after the plan. */
  public boolean stays(ObjectName table, Column column) {
    return !passing.contains(new Place(table, column.name()))
        && passingWhole.getOrDefault(table, List.of()).stream()
            .noneMatch(each -> each.findColumn(column.name()).isPresent());
  }

  /**
   * The column as it is while a type of its is made anew: before a change of its own on the way
   * there, and after that change was taken back on the way back.
   */
  public Column meanwhile(ObjectName table, Column column) {
    return changes.stream()
        .filter(Change.AlterColumn.class::isInstance)
        .map(Change.AlterColumn.class::cast)
        .filter(each -> each.table().equals(table) && each.to().name().equals(column.name()))
        .map(Change.AlterColumn::from)
        .findFirst()
        .orElse(column);
  }

  /**
   * The column without a default of which only the old form of its type knows the label: on the way
   * back it comes when the type is as it was.
   */
  public Column speakable(Column column) {
    return column.value() instanceof ValueSource.Default(var value)
            && changes.stream().anyMatch(change -> takesAway(change, value.sql()))
        ? column.filledBy(new ValueSource.Given())
        : column;
  }

  private static boolean takesAway(Change change, String sql) {
    return change instanceof Change.Replace(EnumType from, EnumType to)
        && from.labels().stream()
            .filter(label -> !to.labels().contains(label))
            .anyMatch(label -> sql.contains(Text.literal(label)));
  }

  /** Whether the new labels can only be had by making the type anew. */
  public boolean rebuilds(EnumType from, EnumType to) {
    return !to.labels().stream().filter(from.labels()::contains).toList().equals(from.labels())
        || to.labels().stream()
            .filter(label -> !from.labels().contains(label))
            .anyMatch(this::mentioned);
  }

  private boolean mentioned(String label) {
    String literal = Text.literal(label);
    return changes.stream()
        .filter(change -> !(change instanceof Change.Replace(EnumType from, EnumType to)))
        .anyMatch(change -> change.toString().contains(literal));
  }
}
