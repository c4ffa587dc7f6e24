package dev.whimbrel.testkit.laws;

import dev.whimbrel.change.Change;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.SchemaObject;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is renamed on the way between two schemas, chosen by what both have. */
final class Renamed {
  private static final ObjectName TABLE = ObjectName.of("named anew");
  private static final String COLUMN = "turned \"x\"";

  private Renamed() {}

  /** The first table that stays, and the first of its columns that stays. */
  static List<Change> of(Schema from, Schema to) {
    var renames = new ArrayList<Change>();
    from.tables()
        .filter(table -> to.findTable(table.name()).isPresent())
        .findFirst()
        .ifPresent(table -> {
          renames.add(new Change.RenameTable(table.name(), TABLE));
          column(table, to.table(table.name())).ifPresent(renames::add);
        });
    return renames;
  }

  /** The schema after that; what speaks of the table in SQL of its own would not follow. */
  static Schema applied(List<Change> renames, Schema to) {
    var moved = new HashSet<ObjectName>();
    for (Change rename : renames) {
      if (rename instanceof Change.RenameTable(var was, var now)) {
        moved.add(was);
      }
    }
    Schema silent = to;
    for (View view : to.all(View.class).toList()) {
      silent =
          view.leansOn().stream().anyMatch(moved::contains) ? gone(view, moved, silent) : silent;
    }
    for (Opaque opaque : to.all(Opaque.class).toList()) {
      silent =
          opaque.leansOn().stream().anyMatch(moved::contains)
              ? gone(opaque, moved, silent)
              : silent;
    }
    return Change.applyAll(renames, silent);
  }

  private static Schema gone(SchemaObject object, Set<ObjectName> moved, Schema schema) {
    moved.add(object.name());
    return schema.without(object.name());
  }

  private static Optional<Change> column(Table was, Table now) {
    return was.columns().stream()
        .map(Column::name)
        .filter(name -> now.findColumn(name).isPresent())
        .findFirst()
        .map(name -> new Change.RenameColumn(TABLE, name, COLUMN));
  }
}
