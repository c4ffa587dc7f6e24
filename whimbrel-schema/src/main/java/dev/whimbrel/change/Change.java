package dev.whimbrel.change;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.SchemaObject;
import java.util.List;

/** One step in shape, as a value: it can be applied to a schema, turned round, and told. */
public sealed interface Change {
  record Create(SchemaObject object) implements Change {}

  /** Carries all of what goes, so that it can be made again. */
  record Drop(SchemaObject object) implements Change {}

  /** The same name, a new body. */
  record Replace(SchemaObject from, SchemaObject to) implements Change {}

  record RenameTable(ObjectName from, ObjectName to) implements Change {}

  /** A value of an enumeration gets another name, also in the rows that have it. */
  record RenameLabel(ObjectName type, String from, String to) implements Change {}

  /** A change within a table that stays. */
  sealed interface OfTable extends Change {
    ObjectName table();
  }

  record AddColumn(ObjectName table, Column column) implements OfTable {}

  record DropColumn(ObjectName table, Column column) implements OfTable {}

  record AlterColumn(ObjectName table, Column from, Column to) implements OfTable {}

  record RenameColumn(ObjectName table, String from, String to) implements OfTable {}

  record AddConstraint(ObjectName table, Constraint constraint) implements OfTable {}

  record DropConstraint(ObjectName table, Constraint constraint) implements OfTable {}

  record AddIndex(ObjectName table, Index index) implements OfTable {}

  record DropIndex(ObjectName table, Index index) implements OfTable {}

  /** The schema after this change. */
  default Schema applyTo(Schema before) {
    return applyAll(List.of(this), before);
  }

  /** The schema after these changes, one after the other, in one pass over it. */
  static Schema applyAll(List<? extends Change> changes, Schema before) {
    var draft = new Draft(before);
    changes.forEach(draft::apply);
    return draft.schema();
  }

  /** Whether it gives something that stays another name. */
  default boolean renames() {
    return this instanceof RenameTable
        || this instanceof RenameColumn
        || this instanceof RenameLabel;
  }

  /** The change that takes this one back. The shape returns; rows that were dropped do not. */
  default Change inverse() {
    return switch (this) {
      case Create(var object) -> new Drop(object);
      case Drop(var object) -> new Create(object);
      case Replace(var from, var to) -> new Replace(to, from);
      case RenameTable(var from, var to) -> new RenameTable(to, from);
      case RenameLabel(var type, var from, var to) -> new RenameLabel(type, to, from);
      case AddColumn(var table, var column) -> new DropColumn(table, column);
      case DropColumn(var table, var column) -> new AddColumn(table, column);
      case AlterColumn(var table, var from, var to) -> new AlterColumn(table, to, from);
      case RenameColumn(var table, var from, var to) -> new RenameColumn(table, to, from);
      case AddConstraint(var table, var constraint) -> new DropConstraint(table, constraint);
      case DropConstraint(var table, var constraint) -> new AddConstraint(table, constraint);
      case AddIndex(var table, var index) -> new DropIndex(table, index);
      case DropIndex(var table, var index) -> new AddIndex(table, index);
    };
  }

  /** One line a person can read, such as {@code add column users.age}. */
  default String describe() {
    return switch (this) {
      case Create(var object) -> "create " + object.title();
      case Drop(var object) -> "drop " + object.title();
      case Replace(var from, var to) -> "change " + to.title();
      case RenameTable(var from, var to) -> "rename table " + from + " to " + to;
      case RenameLabel(var type, var from, var to) ->
          "rename label " + type + "." + from + " to " + to;
      case AddColumn(var table, var column) -> "add column " + table + "." + column.name();
      case DropColumn(var table, var column) -> "drop column " + table + "." + column.name();
      case AlterColumn(var table, var from, var to) -> "alter column " + table + "." + to.name();
      case RenameColumn(var table, var from, var to) ->
          "rename column " + table + "." + from + " to " + to;
      case AddConstraint(var table, var constraint) -> "add " + title(constraint) + " to " + table;
      case DropConstraint(var table, var constraint) ->
          "drop " + title(constraint) + " from " + table;
      case AddIndex(var table, var index) -> "add index " + index.name() + " to " + table;
      case DropIndex(var table, var index) -> "drop index " + index.name() + " from " + table;
    };
  }

  private static String title(Constraint constraint) {
    String kind =
        switch (constraint) {
          case Constraint.PrimaryKey key -> "primary key";
          case Constraint.Unique unique -> "unique constraint";
          case Constraint.Check check -> "check";
          case Constraint.ForeignKey key -> "foreign key";
          case Constraint.Verbatim verbatim -> "constraint";
        };
    return constraint.name().isEmpty() ? kind : kind + " " + constraint.name();
  }
}
