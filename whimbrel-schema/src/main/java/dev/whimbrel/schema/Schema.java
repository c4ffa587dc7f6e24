package dev.whimbrel.schema;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All that Whimbrel knows of one database, by name. Immutable: a change yields a new one. */
public record Schema(SortedMap<ObjectName, SchemaObject> objects) {
  public Schema {
    objects = Collections.unmodifiableSortedMap(new TreeMap<>(objects));
  }

  /** The schema of a database in which there is nothing. */
  public static Schema empty() {
    return of();
  }

  /** The schema of these objects. */
  public static Schema of(SchemaObject... objects) {
    return of(Arrays.asList(objects));
  }

  /**
   * The schema of these objects.
   *
   * @throws IllegalArgumentException if two of them have one name
   */
  public static Schema of(Collection<? extends SchemaObject> objects) {
    var byName = new TreeMap<ObjectName, SchemaObject>();
    for (var object : objects) {
      if (byName.put(object.name(), object) != null) {
        throw new IllegalArgumentException("two objects are named " + object.name());
      }
    }
    return new Schema(byName);
  }

  public Optional<SchemaObject> find(ObjectName name) {
    return Optional.ofNullable(objects.get(name));
  }

  /** The table of that name, if there is one. */
  public Optional<Table> findTable(ObjectName name) {
    return find(name).filter(Table.class::isInstance).map(Table.class::cast);
  }

  /**
   * The table of that name.
   *
   * @throws NoSuchElementException if there is none
   */
  public Table table(ObjectName name) {
    return findTable(name)
        .orElseThrow(() -> new NoSuchElementException("there is no table " + name));
  }

  public Stream<Table> tables() {
    return all(Table.class);
  }

  /** The objects of one kind, in the order of their names. */
  public <T extends SchemaObject> Stream<T> all(Class<T> kind) {
    return objects.values().stream().filter(kind::isInstance).map(kind::cast);
  }

  public boolean isEmpty() {
    return objects.isEmpty();
  }

  /** The same schema with this object in place of the one of its name. */
  public Schema with(SchemaObject object) {
    var changed = new TreeMap<>(objects);
    changed.put(object.name(), object);
    return new Schema(changed);
  }

  /** The same schema without the object of that name. */
  public Schema without(ObjectName name) {
    var changed = new TreeMap<>(objects);
    changed.remove(name);
    return new Schema(changed);
  }

  /**
   * The same objects without what is no difference between two: the order of columns, and names
   * that were left over.
   */
  public Schema essence() {
    List<SchemaObject> sorted =
        objects.values().stream()
            .filter(object -> !(object instanceof Opaque opaque && opaque.isLeftOver()))
            .map(object -> object instanceof Table table ? table.essence() : object)
            .toList();
    return of(sorted);
  }
}
