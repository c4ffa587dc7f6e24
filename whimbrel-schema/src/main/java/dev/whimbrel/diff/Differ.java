package dev.whimbrel.diff;

import dev.whimbrel.change.Change;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.SchemaObject;
import dev.whimbrel.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** Finds the changes between two schemas in one dialect's normal form. */
public final class Differ {
  private final RenameResolver resolver;

  public Differ(RenameResolver resolver) {
    this.resolver = resolver;
  }

  /**
   * What leads from one schema to the other: renames first, all else in no particular order. The
   * order of columns is no difference.
   */
  public List<Change> diff(Schema from, Schema to) {
    List<Change> renames = resolver.renames(from, to);
    Schema renamed = renames.isEmpty() ? from : Change.applyAll(renames, from);
    var changes = new ArrayList<>(renames);
    for (SchemaObject gone : renamed.objects().values()) {
      if (to.find(gone.name()).isEmpty()) {
        changes.add(new Change.Drop(gone));
      }
    }
    for (SchemaObject wanted : to.objects().values()) {
      renamed
          .find(wanted.name())
          .ifPresentOrElse(
              there -> changes.addAll(between(there, wanted)),
              () -> changes.add(new Change.Create(wanted)));
    }
    return List.copyOf(changes);
  }

  private static List<Change> between(SchemaObject from, SchemaObject to) {
    if (from.equals(to)) {
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
