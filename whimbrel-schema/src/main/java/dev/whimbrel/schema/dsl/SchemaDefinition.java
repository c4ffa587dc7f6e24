package dev.whimbrel.schema.dsl;

import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The one place that exports a whole schema: which tables it has, and what is not a table. Without
 * a word about tables, every table that is found belongs to it.
 */
public abstract class SchemaDefinition {
  private final Set<Class<? extends TableDefinition>> tables = new LinkedHashSet<>();
  private final List<ObjectDefinition> objects = new ArrayList<>();
  private boolean lists;

  /** The tables of the schema; a table that is found but not listed is an error. */
  @SafeVarargs
  protected final void tables(Class<? extends TableDefinition>... types) {
    lists = true;
    for (Class<? extends TableDefinition> type : types) {
      tables.add(type);
    }
  }

  /** A stored query. */
  protected final ObjectDefinition view(String name, String query) {
    return view("", name, query);
  }

  protected final ObjectDefinition view(String namespace, String name, String query) {
    return add(ObjectDefinition.view(new ObjectName(namespace, name), query, false));
  }

  /** A query whose rows are kept. */
  protected final ObjectDefinition materializedView(String name, String query) {
    return materializedView("", name, query);
  }

  protected final ObjectDefinition materializedView(String namespace, String name, String query) {
    return add(ObjectDefinition.view(new ObjectName(namespace, name), query, true));
  }

  /**
   * Anything else, in the database's own words.
   *
   * @param name the object as a person would name it: {@code trigger touch on users}
   * @param kind what it is: {@code trigger}
   */
  protected final ObjectDefinition sql(String name, String kind, String create, String drop) {
    return sql("", name, kind, create, drop);
  }

  /** Anything else, in a namespace. */
  protected final ObjectDefinition sql(
      String namespace, String name, String kind, String create, String drop) {
    return add(ObjectDefinition.opaque(new ObjectName(namespace, name), kind, create, drop));
  }

  /** An object that is whole already. */
  protected final void object(SchemaObject object) {
    add(new ObjectDefinition(leansOn -> object));
  }

  private ObjectDefinition add(ObjectDefinition definition) {
    objects.add(definition);
    return definition;
  }

  final boolean lists() {
    return lists;
  }

  final Set<Class<? extends TableDefinition>> listed() {
    return tables;
  }

  final Stream<SchemaObject> objects(Tables known) {
    return objects.stream().map(definition -> definition.object(known));
  }
}
