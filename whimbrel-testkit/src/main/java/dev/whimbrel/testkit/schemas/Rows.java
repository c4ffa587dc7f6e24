package dev.whimbrel.testkit.schemas;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.EnumType;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Some rows for each table of a schema, two at least. Columns of one type have the same value in
 * the same row, whatever their table: so every foreign key finds its row, and every key is a key.
 *
 * @param empty whether every second row has null in a column
 */
public record Rows(Palette palette, Schema schema, BiPredicate<Table, Column> empty) {
  /** The statements that write them. Foreign keys hold when all are done. */
  public List<String> inserts() {
    int count = count();
    return schema
        .tables()
        .flatMap(table -> IntStream.range(0, count).mapToObj(row -> insert(table, row)))
        .toList();
  }

  /** As many as there are values of the type that has the fewest. */
  private int count() {
    return schema
        .tables()
        .flatMap(table -> table.columns().stream())
        .mapToInt(
            column -> palette.sample(column.type()).map(each -> each.values().size()).orElse(2))
        .min()
        .orElse(2);
  }

  private String insert(Table table, int row) {
    List<Column> written = table.columns().stream().filter(column -> !column.generated()).toList();
    String names =
        written.stream()
            .map(column -> Text.quoted(column.name()))
            .collect(Collectors.joining(", "));
    String values =
        written.stream()
            .map(column -> row % 2 == 1 && empty.test(table, column) ? "NULL" : value(column, row))
            .collect(Collectors.joining(", "));
    return "INSERT INTO %s (%s)%s VALUES (%s)"
        .formatted(Text.quoted(table.name().name()), names, palette.overriding(), values);
  }

  private String value(Column column, int row) {
    if (column.type() instanceof DataType.Enumerated(var name)
        && schema.find(name).orElse(null) instanceof EnumType type) {
      return literal(type.labels().get(row));
    }
    return palette
        .sample(column.type())
        .map(sample -> shuffled(sample).get(row))
        .orElseThrow(() -> new IllegalArgumentException("no sample of " + column.type()));
  }

  /** By chance, but the same in all tables of a schema, and the same in each run. */
  private List<String> shuffled(Palette.Sample sample) {
    var values = new ArrayList<>(sample.values());
    Collections.shuffle(
        values,
        new Random(31L * schema.objects().keySet().hashCode() + sample.values().hashCode()));
    return values;
  }

  /** The columns whose values the same table must still have in the other schema. */
  public static List<String> staying(Table before, Table after) {
    return before.columns().stream()
        .filter(column -> !column.generated())
        .filter(column ->
            after
                .findColumn(column.name())
                .filter(other -> other.type().equals(column.type()))
                .isPresent())
        .map(Column::name)
        .toList();
  }

  /** The columns that a key, a foreign key or a unique index of the table looks at. */
  static Set<String> keyed(Table table) {
    return Stream.concat(
            table.constraints().stream().flatMap(constraint -> constraint.columns().stream()),
            table.indexes().stream()
                .filter(index -> index.unique())
                .flatMap(i -> i.columns().stream()))
        .collect(Collectors.toSet());
  }

  /** The query for these columns. */
  public static String query(Table table, List<String> columns) {
    return "SELECT %s FROM %s"
        .formatted(
            columns.isEmpty()
                ? "1 AS one"
                : columns.stream().map(Text::quoted).collect(Collectors.joining(", ")),
            Text.quoted(table.name().name()));
  }

  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
