package dev.whimbrel.testkit.schemas;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.EnumType;
import dev.whimbrel.schema.Expression;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.ValueSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes columns. */
record RandomColumns(Palette palette, List<EnumType> enums, Chance chance) {
  private static final List<String> NAMES =
      List.of(
          "id",
          "name",
          "age",
          "price",
          "order",
          "Mixed Case",
          "user_id",
          "title",
          "createdAt",
          "value",
          "group",
          "a\"b",
          "größe",
          "to",
          "key",
          "x");

  List<Column> some(int count, Set<DataType> allowed) {
    var columns = new ArrayList<Column>();
    for (String name : chance.some(count, NAMES)) {
      columns.add(one(name, columns, allowed));
    }
    return columns;
  }

  /** A column for a table that has none of that name. */
  Column addedTo(Table table) {
    List<String> free = NAMES.stream().filter(name -> table.findColumn(name).isEmpty()).toList();
    String name = chance.any(free).orElseGet(() -> chance.name("c"));
    return one(name, table.columns(), Set.of());
  }

  private Column one(String name, List<Column> others, Set<DataType> allowed) {
    Optional<Column> generated = chance.percent(15) ? generated(name, others) : Optional.empty();
    return generated.orElseGet(() -> plain(name, allowed));
  }

  private Column plain(String name, Set<DataType> allowed) {
    Column column = Column.of(name, type(allowed)).nullable(chance.percent(50));
    if (chance.percent(15) && column.type() instanceof DataType.Text) {
      column = chance.any(palette.collations()).map(column::collated).orElse(column);
    }
    return chance.percent(40) ? withDefault(column) : column;
  }

  /** The same column with another type. */
  Column retyped(Column column) {
    Column other = Column.of(column.name(), type(Set.of())).nullable(column.nullable());
    return chance.percent(40) ? withDefault(other) : other;
  }

  Column withDefault(Column column) {
    return column.filledBy(new ValueSource.Default(new Expression(value(column.type()))));
  }

  private DataType type(Set<DataType> allowed) {
    if (allowed.isEmpty() && !enums.isEmpty() && chance.percent(20)) {
      return new DataType.Enumerated(chance.one(enums).name());
    }
    List<DataType> types =
        palette.samples().stream()
            .map(Palette.Sample::type)
            .filter(type -> allowed.isEmpty() || allowed.contains(type))
            .toList();
    return chance.one(types);
  }

  private String value(DataType type) {
    return type instanceof DataType.Enumerated(var name)
        ? Rows.literal(chance.one(labels(name.name())))
        : palette
            .sample(type)
            .map(sample -> sample.values().get(chance.between(0, 1)))
            .orElseThrow();
  }

  private List<String> labels(String name) {
    return enums.stream()
        .filter(type -> type.name().name().equals(name))
        .findFirst()
        .orElseThrow()
        .labels();
  }

  private Optional<Column> generated(String name, List<Column> others) {
    List<Column> sources =
        others.stream()
            .filter(
                column -> !column.generated() && Text.family(column.type()) != Text.Family.OTHER)
            .toList();
    if (palette.generated().isEmpty()) {
      return Optional.empty();
    }
    return chance.any(sources).map(source -> generated(name, source));
  }

  private Column generated(String name, Column source) {
    var expression = new Expression(Text.derived(source, chance));
    boolean stored = chance.one(palette.generated());
    DataType type =
        source.type() instanceof DataType.Text
            ? new DataType.Text(Optional.empty())
            : source.type();
    return Column.of(name, type).filledBy(new ValueSource.Generated(expression, stored));
  }
}
