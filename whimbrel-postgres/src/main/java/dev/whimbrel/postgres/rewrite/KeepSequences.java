package dev.whimbrel.postgres.rewrite;

import dev.whimbrel.change.Change;
import dev.whimbrel.plan.Rewrite;
import dev.whimbrel.postgres.spell.Identifier;
import dev.whimbrel.postgres.spell.InPlace;
import dev.whimbrel.postgres.spell.TypeName;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.ValueSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps the sequence of a {@code serial} column, and where it stands, when the column is no longer
 * called one and the sequence stands for itself; and the other way round.
 */
public final class KeepSequences implements Rewrite {
  @Override
  public List<Change> apply(List<Change> changes, Schema from) {
    Map<ObjectName, Opaque> behind = new HashMap<>();
    changes.forEach(change -> note(change, behind));
    var said = new ArrayList<Change>();
    var kept = new HashMap<ObjectName, Change>();
    changes.forEach(change -> keep(change, behind, kept));
    for (Change change : changes) {
      said.add(kept.getOrDefault(sequence(change), change));
    }
    return said.stream().map(change -> plain(change, kept)).toList();
  }

  private static void note(Change change, Map<ObjectName, Opaque> behind) {
    if (change instanceof Change.AlterColumn(var table, var from, var to)) {
      if (from.value() instanceof ValueSource.Serial && takes(to, table)) {
        behind.put(name(table, to.name()), serial(table, from));
      } else if (to.value() instanceof ValueSource.Serial && takes(from, table)) {
        behind.put(name(table, to.name()), serial(table, to));
      }
    }
  }

  private static void keep(
      Change change, Map<ObjectName, Opaque> behind, Map<ObjectName, Change> kept) {
    Opaque serial = behind.get(sequence(change));
    if (serial != null) {
      switch (change) {
        case Change.Create(Opaque now) -> kept.put(now.name(), new Change.Replace(serial, now));
        case Change.Drop(Opaque old) -> kept.put(old.name(), new Change.Replace(old, serial));
        default -> {}
      }
    }
  }

  /** The column's own part, in which only its type and nullability are left to change. */
  private static Change plain(Change change, Map<ObjectName, Change> kept) {
    return change instanceof Change.AlterColumn(var table, var from, var to)
            && kept.containsKey(name(table, to.name()))
        ? new Change.AlterColumn(table, from.filledBy(to.value()), to)
        : change;
  }

  private static ObjectName sequence(Change change) {
    return switch (change) {
      case Change.Create(Opaque now) -> now.name();
      case Change.Drop(Opaque old) -> old.name();
      default -> ObjectName.of("");
    };
  }

  private static boolean takes(Column column, ObjectName table) {
    String sequence = Identifier.sequence(table, column.name()).name();
    return column.value() instanceof ValueSource.Default(var value)
        && value.sql().startsWith("nextval(")
        && value.sql().contains(sequence);
  }

  private static ObjectName name(ObjectName table, String column) {
    return table.sibling("sequence " + Identifier.sequence(table, column).name());
  }

  private static Opaque serial(ObjectName table, Column column) {
    String sequence = Identifier.quoted(Identifier.sequence(table, column.name()));
    return new Opaque(
        name(table, column.name()),
        InPlace.SERIAL_SEQUENCE,
        "CREATE SEQUENCE " + sequence + " AS " + TypeName.sql(column.type()),
        "ALTER SEQUENCE %s OWNED BY %s.%s"
            .formatted(sequence, Identifier.quoted(table), Identifier.quoted(column.name())),
        Set.of());
  }
}
