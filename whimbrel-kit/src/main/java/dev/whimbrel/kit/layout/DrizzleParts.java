package dev.whimbrel.kit.layout;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The parts of a table, each under the name that Drizzle gives it. */
record DrizzleParts(Table table) {
  /**
   * A column, with all that Drizzle says of it.
   *
   * @param key whether it alone is the primary key
   */
  record Cell(Column column, boolean key) {}

  Map<String, Cell> columns() {
    return named(
        table.columns().stream().map(column -> new Cell(column, isKey(column))),
        cell -> cell.column().name());
  }

  /** Whether a column alone is the primary key. */
  boolean isKey(Column column) {
    return key().filter(key -> key.columns().equals(List.of(column.name()))).isPresent();
  }

  Map<String, Index> indexes() {
    return named(table.indexes().stream(), Index::name);
  }

  Map<String, Constraint.ForeignKey> foreignKeys() {
    return named(table.foreignKeys(), key -> DrizzleWords.name(name(), key));
  }

  Map<String, Constraint.Unique> uniques() {
    return named(
        table.constraints(Constraint.Unique.class),
        each -> DrizzleWords.name(each.name(), name(), each.columns(), "unique"));
  }

  Map<String, Constraint.Check> checks() {
    return named(
        table.constraints(Constraint.Check.class),
        each -> DrizzleWords.name(each.name(), name(), List.of(), "check"));
  }

  /** The primary key, if it has more than one column. */
  Map<String, Constraint.PrimaryKey> compositeKeys() {
    return named(
        key().filter(each -> each.columns().size() > 1).stream(),
        each -> DrizzleWords.name(each.name(), name(), each.columns(), "pk"));
  }

  Optional<Constraint.PrimaryKey> key() {
    return table.primaryKey();
  }

  private String name() {
    return table.name().name();
  }

  private static <T> Map<String, T> named(Stream<T> parts, Function<T, String> naming) {
    var map = new LinkedHashMap<String, T>();
    parts.forEach(part -> map.put(naming.apply(part), part));
    return map;
  }
}
