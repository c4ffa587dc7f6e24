package dev.whimbrel.diff;

import dev.whimbrel.change.Change;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.SchemaObject;
import dev.whimbrel.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the changes between two schemas in one dialect's normal form. */
public final class Differ {
  private final RenameResolver resolver;

  public Differ(RenameResolver resolver) {
    this.resolver = resolver;
  }

  /**
   * What leads from one schema to the other: renames first, all else in no particular order. The
   * order of columns and of a type's members is no difference, nor is a name that a rename left
   * behind.
   */
  public List<Change> diff(Schema from, Schema to) {
    List<Change> renames = resolver.renames(from, to);
    Schema renamed = renames.isEmpty() ? from : Change.applyAll(renames, from);
    var changes = new ArrayList<>(renames);
    for (SchemaObject gone : renamed.objects().values()) {
      if (to.find(gone.name()).isEmpty() && !isLeftOver(gone, to)) {
        changes.add(new Change.Drop(gone));
      }
    }
    for (SchemaObject wanted : to.objects().values()) {
      Optional<SchemaObject> there = renamed.find(wanted.name());
      if (there.isPresent()) {
        changes.addAll(between(there.get(), wanted));
      } else if (!isLeftOver(wanted, renamed)) {
        changes.add(new Change.Create(wanted));
      }
    }
    return List.copyOf(changes);
  }

  private static boolean isLeftOver(SchemaObject object, Schema other) {
    return object instanceof Opaque name && name.isLeftOverIn(other);
  }

  private static boolean same(Opaque one, Opaque other) {
    return (one.isLeftOver() && other.isLeftOver()) || one.isReordered(other);
  }

  private static List<Change> between(SchemaObject from, SchemaObject to) {
    if (from.equals(to)
        || (from instanceof Opaque one && to instanceof Opaque other && same(one, other))) {
      return List.of();
    }
    if (from instanceof Table before && to instanceof Table after) {
      return before.options().equals(after.options())
          ? new TableDiff(before, after).changes()
          : List.of(new Change.Replace(before, after));
    }
    return from.getClass() == to.getClass()
        ? List.of(new Change.Replace(from, to))
        : List.of(new Change.Drop(from), new Change.Create(to));
  }
}
