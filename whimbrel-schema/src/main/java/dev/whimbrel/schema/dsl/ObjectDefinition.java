package dev.whimbrel.schema.dsl;

import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.SchemaObject;
import dev.whimbrel.schema.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** An object that is not a table and is being declared: a view, a trigger, a function. */
public final class ObjectDefinition {
  private final Function<Set<ObjectName>, SchemaObject> object;
  private final Set<ObjectName> names = new HashSet<>();
  private final List<Class<? extends TableDefinition>> tables = new ArrayList<>();

  ObjectDefinition(Function<Set<ObjectName>, SchemaObject> object) {
    this.object = object;
  }

  static ObjectDefinition view(ObjectName name, String query, boolean materialized) {
    return new ObjectDefinition(leansOn -> new View(name, query, materialized, leansOn));
  }

  static ObjectDefinition opaque(ObjectName name, String kind, String create, String drop) {
    return new ObjectDefinition(leansOn -> new Opaque(name, kind, create, drop, leansOn));
  }

  /** A table that it cannot be without. */
  public ObjectDefinition leansOn(Class<? extends TableDefinition> table) {
    tables.add(table);
    return this;
  }

  /** An object that it cannot be without. */
  public ObjectDefinition leansOn(String name) {
    return leansOn("", name);
  }

  public ObjectDefinition leansOn(String namespace, String name) {
    names.add(new ObjectName(namespace, name));
    return this;
  }

  SchemaObject object(Tables known) {
    var leansOn = new HashSet<>(names);
    tables.forEach(table -> leansOn.add(known.named(table)));
    return object.apply(leansOn);
  }
}
