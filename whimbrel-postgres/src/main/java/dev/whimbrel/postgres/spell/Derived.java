package dev.whimbrel.postgres.spell;

import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The types that are made of another, or of one that is: a domain over an enumeration, a composite
 * type with an attribute of that.
 */
public final class Derived {
  private Derived() {}

  /** Those that stand in columns, each behind what it is made of. */
  public static List<Opaque> held(SchemaObject type, Schema schema) {
    List<Opaque> all = of(type, schema);
    var held = new ArrayList<Opaque>();
    for (Opaque each : all.reversed()) {
      if (stands(each, schema) || held.stream().anyMatch(other -> leans(other, each))) {
        held.addFirst(each);
      }
    }
    return held;
  }

  /** Whether columns are of it, or tables made of it. */
  private static boolean stands(Opaque type, Schema schema) {
    return Material.of(type).filter(material -> MadeColumns.any(schema, material)).isPresent()
        || isForm(type, schema);
  }

  /** Whether tables have their columns from it. */
  public static boolean isForm(Opaque type, Schema schema) {
    var form = new Kin.Typed(InPlace.typeName(type.definition()));
    return schema.tables().anyMatch(table -> Kin.of(table).equals(form));
  }

  /** All of them, each behind what it is made of. */
  public static List<Opaque> of(SchemaObject type, Schema schema) {
    List<Opaque> candidates =
        schema.all(Opaque.class).filter(each -> Material.of(each).isPresent()).toList();
    var derived = new ArrayList<Opaque>();
    var waiting = new ArrayList<SchemaObject>(List.of(type));
    var seen = new HashSet<ObjectName>(Set.of(type.name()));
    while (!waiting.isEmpty()) {
      ObjectName next = waiting.removeFirst().name();
      candidates.stream()
          .filter(each -> each.leansOn().contains(next) && seen.add(each.name()))
          .forEach(each -> {
            waiting.add(each);
            derived.add(each);
          });
    }
    return inOrder(derived);
  }

  /** What is made of another comes after it; there are no circles among types. */
  public static <T extends SchemaObject> List<T> inOrder(List<T> types) {
    var waiting = new ArrayList<>(types);
    var sorted = new ArrayList<T>();
    while (!waiting.isEmpty()) {
      T next =
          waiting.stream()
              .filter(each -> waiting.stream().noneMatch(other -> leans(each, other)))
              .findFirst()
              .orElse(waiting.getFirst());
      waiting.remove(next);
      sorted.add(next);
    }
    return sorted;
  }

  private static boolean leans(SchemaObject one, SchemaObject other) {
    return one instanceof Opaque opaque
        && !one.name().equals(other.name())
        && opaque.leansOn().contains(other.name());
  }

  /** The columns that are of it or of what is made of it. */
  public static List<MadeColumns.Place> columns(SchemaObject type, Schema schema) {
    List<Material> materials =
        Stream.concat(Stream.of(type), held(type, schema).stream())
            .flatMap(each -> Material.of(each).stream())
            .toList();
    return new MadeColumns(schema, materials).places();
  }
}
