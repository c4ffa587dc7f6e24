package dev.whimbrel.schema.dsl;

import dev.whimbrel.schema.Constraint.Action;
import dev.whimbrel.schema.Constraint.Deferral;
import dev.whimbrel.schema.Constraint.ForeignKey;
import dev.whimbrel.schema.ObjectName;
import java.util.List;
import java.util.Optional;

/** All of a foreign key but the columns. */
record ForeignKeyShape(Optional<String> name, Action onDelete, Action onUpdate, Deferral deferral) {
  static ForeignKeyShape of(List<ForeignKeyOption> options) {
    var shape =
        new ForeignKeyShape(
            Optional.empty(), Action.NO_ACTION, Action.NO_ACTION, Deferral.NOT_DEFERRABLE);
    for (ForeignKeyOption option : options) {
      shape = shape.with(option);
    }
    return shape;
  }

  private ForeignKeyShape with(ForeignKeyOption option) {
    return switch (option) {
      case ForeignKeyOption.OnDelete(var action) ->
          new ForeignKeyShape(name, action, onUpdate, deferral);
      case ForeignKeyOption.OnUpdate(var action) ->
          new ForeignKeyShape(name, onDelete, action, deferral);
      case ForeignKeyOption.Named(var other) ->
          new ForeignKeyShape(Optional.of(other), onDelete, onUpdate, deferral);
      case ForeignKeyOption.Checked(var when) ->
          new ForeignKeyShape(name, onDelete, onUpdate, when);
    };
  }

  ForeignKey between(
      TableDefinition table, List<String> columns, ObjectName referenced, List<String> targets) {
    String known =
        name.orElseGet(() ->
            table
                .naming()
                .foreignKey(table.objectName().name(), columns, referenced.name(), targets));
    return new ForeignKey(known, columns, referenced, targets, onDelete, onUpdate, deferral);
  }
}
