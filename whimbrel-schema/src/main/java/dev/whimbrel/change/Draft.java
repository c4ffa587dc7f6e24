package dev.whimbrel.change;

import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.SchemaObject;
import dev.whimbrel.schema.Table;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A schema that is being changed, so that many changes cost one copy. */
final class Draft {
  private final TreeMap<ObjectName, SchemaObject> objects;

  Draft(Schema before) {
    objects = new TreeMap<>(before.objects());
  }

  Schema schema() {
    return new Schema(objects);
  }

  void apply(Change change) {
    switch (change) {
      case Change.Create(var object) -> objects.put(object.name(), object);
      case Change.Drop(var object) -> objects.remove(object.name());
      case Change.Replace(var from, var to) -> objects.put(to.name(), to);
      case Change.RenameTable(var from, var to) -> renameTable(from, to);
      case Change.RenameColumn(var table, var from, var to) -> renameColumn(table, from, to);
      case Change.RenameLabel label -> new LabelRename(label).applyTo(objects);
      case Change.AddColumn(var table, var column) -> alter(table, each -> each.with(column));
      case Change.DropColumn(var table, var column) ->
          alter(table, each -> each.without(each.column(column.name())));
      case Change.AlterColumn(var table, var from, var to) ->
          alter(table, each -> each.replacing(from, to));
      case Change.AddConstraint(var table, var added) -> alter(table, each -> each.with(added));
      case Change.DropConstraint(var table, var gone) -> alter(table, each -> each.without(gone));
      case Change.AddIndex(var table, var index) -> alter(table, each -> each.with(index));
      case Change.DropIndex(var table, var index) -> alter(table, each -> each.without(index));
    }
  }

  private void alter(ObjectName name, UnaryOperator<Table> change) {
    objects.put(name, change.apply(table(name)));
  }

  private Table table(ObjectName name) {
    if (objects.get(name) instanceof Table table) {
      return table;
    }
    throw new NoSuchElementException("there is no table " + name);
  }

  private void renameTable(ObjectName from, ObjectName to) {
    Table renamed = table(from).named(to);
    objects.remove(from);
    objects.put(to, renamed);
    everyTable(table -> table.afterTableRename(from, to));
  }

  private void renameColumn(ObjectName name, String from, String to) {
    alter(name, table -> table.afterColumnRename(from, to));
    everyTable(
        table -> table.name().equals(name) ? table : table.afterReferencedRename(name, from, to));
  }

  private void everyTable(UnaryOperator<Table> change) {
    objects.replaceAll(
        (name, object) -> object instanceof Table table ? change.apply(table) : object);
  }
}
