package dev.whimbrel.schema.dsl;

import dev.whimbrel.schema.Desired;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Declared tables and what was exported beside them, which together make a schema. */
public final class Definitions {
  private final List<TableDefinition> tables;
  private final List<SchemaDefinition> exports;
  private final Function<? super Class<?>, String> place;
  private final List<String> problems = new ArrayList<>();

  /**
   * @param place tells people where a class is written: {@code Products (schema/Products.java)}
   */
  public Definitions(
      List<? extends TableDefinition> tables,
      List<? extends SchemaDefinition> exports,
      Function<? super Class<?>, String> place) {
    this.tables = List.copyOf(tables);
    this.exports = List.copyOf(exports);
    this.place = place;
  }

  /**
   * The schema that is declared.
   *
   * @throws DefinitionException with everything in it that does not fit together
   */
  public Desired desired() {
    problems.clear();
    checkExports();
    var known = new Tables(byClass(), place);
    var objects = new TreeMap<ObjectName, SchemaObject>();
    byName().values().forEach(table -> addTable(objects, table, known));
    exports.forEach(export ->
        attempt(export, () -> export.objects(known).toList())
            .forEach(object -> add(objects, object, export)));
    if (!problems.isEmpty()) {
      throw new DefinitionException(String.join("\n", problems));
    }
    return new Desired(
        new Schema(objects),
        tables.stream().flatMap(TableDefinition::renames).toList(),
        tables.stream().flatMap(TableDefinition::conversions).toList());
  }

  private void addTable(
      Map<ObjectName, SchemaObject> objects, TableDefinition table, Tables known) {
    attempt(table, () -> List.of(table.definition(known)))
        .forEach(whole -> add(objects, whole, table));
    table.enumTypes().forEach(type -> add(objects, type, table));
    table.others().forEach(object -> add(objects, object, table));
  }

  private void add(Map<ObjectName, SchemaObject> objects, SchemaObject object, Object from) {
    SchemaObject there = objects.putIfAbsent(object.name(), object);
    if (there != null && !there.equals(object)) {
      problems.add(
          "%s declares the %s, but there is another %s already; give one of them another name."
              .formatted(place.apply(from.getClass()), object.title(), there.title()));
    }
  }

  private <T> List<T> attempt(Object from, Supplier<List<T>> work) {
    try {
      return work.get();
    } catch (DefinitionException problem) {
      problems.add(place.apply(from.getClass()) + ": " + problem.getMessage());
      return List.of();
    }
  }

  private Map<Class<?>, TableDefinition> byClass() {
    var map = new HashMap<Class<?>, TableDefinition>();
    tables.forEach(table -> map.put(table.getClass(), table));
    return map;
  }

  private SequencedMap<ObjectName, TableDefinition> byName() {
    var map = new LinkedHashMap<ObjectName, TableDefinition>();
    for (TableDefinition table : tables) {
      TableDefinition there = map.putIfAbsent(table.objectName(), table);
      if (there != null) {
        problems.add(
            "Two tables are named %s: %s and %s. Give one of them another name: super(\"…\")."
                .formatted(
                    table.objectName(),
                    place.apply(there.getClass()),
                    place.apply(table.getClass())));
      }
    }
    return map;
  }

  private void checkExports() {
    List<SchemaDefinition> listing = exports.stream().filter(SchemaDefinition::lists).toList();
    if (listing.isEmpty()) {
      return;
    }
    List<Class<? extends TableDefinition>> listed =
        listing.stream().flatMap(export -> export.listed().stream()).toList();
    Stream<Class<?>> forgotten =
        tables.stream().<Class<?>>map(Object::getClass).filter(type -> !listed.contains(type));
    forgotten.forEach(type ->
        problems.add(
            "%s is a table that %s does not export; add %s.class to its tables(…)."
                .formatted(
                    place.apply(type),
                    place.apply(listing.getFirst().getClass()),
                    type.getSimpleName())));
  }
}
