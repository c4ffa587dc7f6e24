package dev.whimbrel.sqlite.render;

import dev.whimbrel.plan.Fill;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.ValueSource;
import dev.whimbrel.sqlite.parse.ColumnClause;
import dev.whimbrel.sqlite.parse.Names;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the rows of a table come into the one that takes its place. Nothing is filled in that nobody
 * asked for: a row without a value where one is needed now stops the migration.
 *
 * @param fills what is asked for
 */
record RowCopy(Table from, Table to, List<Fill> fills) {
  String into(ObjectName fresh) {
    Map<String, String> copied = kept();
    if (copied.isEmpty()) {
      somethingOfEachRow(copied);
    }
    return "INSERT INTO %s(%s) SELECT %s FROM %s"
        .formatted(
            Words.quoted(fresh),
            String.join(", ", copied.keySet()),
            String.join(", ", copied.values()),
            Words.quoted(from.name()));
  }

  /** The hidden number of a row is kept, for others may have noted it. */
  private Map<String, String> kept() {
    var copied = new LinkedHashMap<String, String>();
    if (rowid(from).isPresent() && rowid(to).isPresent() && !counted(from) && !counted(to)) {
      copied.put(rowid(to).get(), rowid(from).get());
    }
    for (Column column : to.columns()) {
      if (!column.generated()) {
        value(column).ifPresent(value -> copied.put(quoted(column), value));
      }
    }
    return copied;
  }

  /** What it was, and what fills it where it was nothing. */
  private Optional<String> value(Column column) {
    Optional<String> old = was(column).map(RowCopy::quoted);
    return fills.stream()
        .filter(fill -> fill.isFor(to.name(), column.name()))
        .map(fill -> fill.value().sql())
        .findFirst()
        .map(value -> old.map(name -> "coalesce(" + name + ", " + value + ")").orElse(value))
        .or(() -> old);
  }

  /** A row of which nothing stays is still a row; one that cannot be is refused, not lost. */
  private void somethingOfEachRow(Map<String, String> copied) {
    Optional<String> number = integerKey(to).map(RowCopy::quoted).or(() -> rowid(to));
    if (number.isPresent()) {
      copied.put(number.get(), rowid(from).orElse("NULL"));
    } else {
      Column first =
          to.columns().stream().filter(each -> !each.generated()).findFirst().orElseThrow();
      copied.put(quoted(first), filled(first));
    }
  }

  /** What SQLite would put into a column that nobody names. */
  private static String filled(Column column) {
    return column.value() instanceof ValueSource.Default(var value) ? "(" + value + ")" : "NULL";
  }

  /** SQLite finds columns whatever the case of their letters. */
  private Optional<Column> was(Column column) {
    return from.findColumn(column.name())
        .or(() ->
            from.columns().stream()
                .filter(old -> old.name().equalsIgnoreCase(column.name()))
                .findFirst());
  }

  private static String quoted(Column column) {
    return Names.quoted(column.name());
  }

  /** A name for the hidden number of rows that no column has taken. */
  private static Optional<String> rowid(Table table) {
    return table.options().contains("WITHOUT ROWID")
        ? Optional.empty()
        : Stream.of("rowid", "_rowid_", "oid")
            .filter(name -> table.columns().stream().noneMatch(each -> named(each, name)))
            .findFirst();
  }

  private static boolean named(Column column, String name) {
    return column.name().equalsIgnoreCase(name);
  }

  /** Whether a column shows the number of the row, as far as we can tell. */
  private static boolean counted(Table table) {
    return integerKey(table).isPresent()
        || table
            .constraints(Constraint.Verbatim.class)
            .anyMatch(words ->
                words.definition().regionMatches(true, 0, "PRIMARY", 0, 7)
                    || ColumnClause.of(words).filter(ColumnClause::isRowid).isPresent());
  }

  private static Optional<Column> integerKey(Table table) {
    return table
        .primaryKey()
        .filter(key -> key.columns().size() == 1)
        .flatMap(key -> table.findColumn(key.columns().getFirst()))
        .filter(RowCopy::integer);
  }

  private static boolean integer(Column column) {
    return column.type() instanceof DataType.Native(var words) && words.equalsIgnoreCase("integer");
  }
}
