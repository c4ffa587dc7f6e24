package dev.whimbrel.postgres.render;

import static dev.whimbrel.postgres.spell.Identifier.quoted;

import dev.whimbrel.postgres.spell.Kin;
import dev.whimbrel.postgres.spell.MadeColumns;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.ValueSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The defaults of a column in its table and in those that have the column from there, which no
 * change of its type takes along.
 */
record ColumnDefaults(Schema there) {
  private static final String SET = "SET DEFAULT ";

  /**
   * A default.
   *
   * @param alter the beginning of the statement that changes it
   */
  record Value(String alter, String sql) {}

  List<Value> of(MadeColumns.Place place) {
    var values = new ArrayList<Value>();
    family(place.table()).forEach(table -> of(table, place.column().name()).ifPresent(values::add));
    return values;
  }

  private Stream<Table> family(ObjectName name) {
    return there
        .findTable(name)
        .map(table -> Stream.concat(Stream.of(table), children(table)))
        .orElseGet(Stream::empty);
  }

  private Stream<Table> children(Table parent) {
    return there
        .tables()
        .filter(each -> isChild(each, Kin.spelled(parent.name())))
        .flatMap(each -> Stream.concat(Stream.of(each), children(each)))
        .distinct();
  }

  private static boolean isChild(Table table, String parent) {
    return switch (Kin.of(table)) {
      case Kin.Alone() -> false;
      case Kin.Typed(var type) -> false;
      case Kin.Partition(var name, var bound) -> name.equals(parent);
      case Kin.Heir(var names) -> names.contains(parent);
    };
  }

  private Optional<Value> of(Table table, String column) {
    return table
        .findColumn(column)
        .map(each -> each.value())
        .filter(ValueSource.Default.class::isInstance)
        .map(value -> value(table, column, ((ValueSource.Default) value).expression().sql()))
        .or(() -> said(table, column));
  }

  /** What is said apart of a column that comes from elsewhere. */
  private Optional<Value> said(Table table, String column) {
    return there
        .find(table.name().sibling("default of column " + table.name().name() + "." + column))
        .filter(Opaque.class::isInstance)
        .map(said -> ((Opaque) said).definition())
        .filter(words -> words.contains(SET))
        .map(words -> value(table, column, words.substring(words.indexOf(SET) + SET.length())));
  }

  private static Value value(Table table, String column, String sql) {
    return new Value(
        "ALTER TABLE %s ALTER COLUMN %s ".formatted(quoted(table.name()), quoted(column)), sql);
  }
}
