package dev.whimbrel.sqlite.inspect;

import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.SchemaObject;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.View;
import dev.whimbrel.sqlite.parse.IndexParser;
import dev.whimbrel.sqlite.parse.Names;
import dev.whimbrel.sqlite.parse.TableParser;
import dev.whimbrel.sqlite.parse.ViewParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes objects of what SQLite keeps; what the model cannot hold becomes opaque. */
final class Reading {
  private final Map<ObjectName, SchemaObject> objects = new LinkedHashMap<>();
  private final Witnesses witnesses;

  /** Tables come before what belongs to them, whichever was made first. */
  Reading(List<KeptObject> kept, Witnesses witnesses) {
    this.witnesses = witnesses;
    kept.stream().filter(object -> object.type().equals("table")).forEach(this::readTable);
    kept.stream().filter(object -> !object.type().equals("table")).forEach(this::readRest);
  }

  Map<ObjectName, SchemaObject> objects() {
    return objects;
  }

  private void readTable(KeptObject kept) {
    if (kept.virtual()) {
      opaque(kept, "virtual table", "virtual table " + kept.name(), "TABLE");
      return;
    }
    Optional<Table> table =
        TableParser.parse(kept.sql())
            .map(read -> read.named(ObjectName.of(kept.name())))
            .filter(witnesses::confirm);
    table.ifPresentOrElse(this::put, () -> opaque(kept, "table", "table " + kept.name(), "TABLE"));
  }

  private void readRest(KeptObject kept) {
    switch (kept.type()) {
      case "index" -> readIndex(kept);
      case "view" -> readView(kept);
      default ->
          opaque(
              kept,
              kept.type(),
              kept.type() + " " + kept.name() + " on " + kept.table(),
              "TRIGGER");
    }
  }

  private void readIndex(KeptObject kept) {
    Optional<Index> index = IndexParser.parse(kept.sql()).map(read -> read.named(kept.name()));
    if (objects.get(ObjectName.of(kept.table())) instanceof Table table && index.isPresent()) {
      put(table.with(index.get()));
    } else {
      opaque(kept, "index", "index " + kept.name() + " on " + kept.table(), "INDEX");
    }
  }

  private void readView(KeptObject kept) {
    ViewParser.query(kept.sql())
        .ifPresentOrElse(
            query -> put(new View(ObjectName.of(kept.name()), query, false, Set.of())),
            () -> opaque(kept, "view", "view " + kept.name(), "VIEW"));
  }

  private void opaque(KeptObject kept, String kind, String title, String word) {
    String removal = "DROP " + word + " " + Names.quoted(kept.name());
    put(new Opaque(ObjectName.of(title), kind, kept.sql(), removal, Set.of()));
  }

  private void put(SchemaObject object) {
    objects.put(object.name(), object);
  }
}
