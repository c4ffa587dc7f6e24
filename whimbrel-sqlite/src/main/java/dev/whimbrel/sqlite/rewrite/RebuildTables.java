package dev.whimbrel.sqlite.rewrite;

import dev.whimbrel.change.Change;
import dev.whimbrel.plan.Fill;
import dev.whimbrel.plan.Rewrite;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gathers the changes within a table into one {@code Replace} where ALTER TABLE cannot make them.
 * Renames stay in front, so that rows follow; indexes that come or go stay apart, since their names
 * are shared by all tables.
 */
public final class RebuildTables implements Rewrite {
  private final List<Fill> fills;

  /**
   * @param fills what rows get in columns that may not be null from now on, or again on the way
   *     back; ADD COLUMN cannot
   */
  public RebuildTables(List<Fill> fills) {
    this.fills = List.copyOf(fills);
  }

  @Override
  public List<Change> apply(List<Change> changes, Schema from) {
    List<Change> renames = changes.stream().filter(RebuildTables::isRename).toList();
    Schema renamed = renames.isEmpty() ? from : Change.applyAll(renames, from);
    var said = new ArrayList<Change>();
    var within = new LinkedHashMap<ObjectName, List<Change>>();
    for (Change change : changes) {
      tableWithin(change)
          .ifPresentOrElse(
              table -> within.computeIfAbsent(table, key -> new ArrayList<>()).add(change),
              () -> said.add(change));
    }
    for (Map.Entry<ObjectName, List<Change>> entry : within.entrySet()) {
      said.addAll(ofTable(renamed.table(entry.getKey()), entry.getValue()));
    }
    return said;
  }

  private List<Change> ofTable(Table before, List<Change> changes) {
    if (changes.stream().noneMatch(this::filled) && new InPlace(before, changes).possible()) {
      return changes;
    }
    Table after = Change.applyAll(changes, Schema.of(before)).table(before.name());
    return rebuilt(before, after);
  }

  private boolean filled(Change change) {
    return switch (change) {
      case Change.AddColumn(var table, var column) -> filled(table, column);
      case Change.DropColumn(var table, var column) -> filled(table, column);
      default -> false;
    };
  }

  private boolean filled(ObjectName table, Column column) {
    return fills.stream().anyMatch(fill -> fill.isFor(table, column.name()));
  }

  private static List<Change> rebuilt(Table before, Table after) {
    List<Index> gone = without(before.indexes(), after.indexes());
    List<Index> come = without(after.indexes(), before.indexes());
    var changes = new ArrayList<Change>();
    gone.forEach(index -> changes.add(new Change.DropIndex(before.name(), index)));
    changes.add(
        new Change.Replace(
            before.withIndexes(without(before.indexes(), gone)),
            after.withIndexes(without(before.indexes(), gone))));
    come.forEach(index -> changes.add(new Change.AddIndex(before.name(), index)));
    return changes;
  }

  private static List<Index> without(List<Index> indexes, List<Index> others) {
    return indexes.stream().filter(index -> !others.contains(index)).toList();
  }

  /** The table that a change leaves there in another form. */
  private static Optional<ObjectName> tableWithin(Change change) {
    return switch (change) {
      case Change.RenameColumn rename -> Optional.empty();
      case Change.OfTable within -> Optional.of(within.table());
      case Change.Replace(Table was, Table now) -> Optional.of(now.name());
      default -> Optional.empty();
    };
  }

  static boolean isRename(Change change) {
    return change instanceof Change.RenameTable || change instanceof Change.RenameColumn;
  }
}
