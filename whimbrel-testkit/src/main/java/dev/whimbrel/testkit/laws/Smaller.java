package dev.whimbrel.testkit.laws;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import dev.whimbrel.testkit.schemas.Palette;
import dev.whimbrel.testkit.schemas.Tidy;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The schemas that are one thing smaller than an example's, or one thing simpler. */
record Smaller(Palette palette) {
  /** One thing left out on both sides, then on either side. */
  Stream<Example> than(Example example) {
    Stream<UnaryOperator<Schema>> cuts =
        Stream.concat(cuts(example.from()), cuts(example.to())).distinct();
    return cuts.flatMap(cut -> without(example, cut)).filter(each -> !each.equals(example));
  }

  private Stream<Example> without(Example example, UnaryOperator<Schema> cut) {
    var tidy = new Tidy(palette);
    Schema from = tidy.tidied(cut.apply(example.from()));
    Schema to = tidy.tidied(cut.apply(example.to()));
    return Stream.of(
        new Example(from, to), new Example(from, example.to()), new Example(example.from(), to));
  }

  private Stream<UnaryOperator<Schema>> cuts(Schema schema) {
    Stream<UnaryOperator<Schema>> objects =
        schema.objects().keySet().stream().map(name -> each -> each.without(name));
    return Stream.concat(objects, schema.tables().flatMap(this::cuts));
  }

  private Stream<UnaryOperator<Schema>> cuts(Table table) {
    return Stream.of(
            table.columns().stream().map(Smaller::withoutColumn),
            table.constraints().stream()
                .map(gone -> (UnaryOperator<Table>) each -> each.without(gone)),
            table.indexes().stream().map(gone -> (UnaryOperator<Table>) each -> each.without(gone)),
            table.indexes().stream().map(Smaller::plain),
            table.indexes().stream().flatMap(Smaller::shorter),
            table.columns().stream().flatMap(Smaller::simpler),
            Stream.<UnaryOperator<Table>>of(each -> each.withOptions(List.of())))
        .flatMap(cuts -> cuts)
        .map(cut -> schema -> inTable(schema, table, cut));
  }

  private static Schema inTable(Schema schema, Table table, UnaryOperator<Table> cut) {
    return schema.findTable(table.name()).map(cut).map(schema::with).orElse(schema);
  }

  private static UnaryOperator<Table> withoutColumn(Column column) {
    return each -> each.findColumn(column.name()).map(each::without).orElse(each);
  }

  private static UnaryOperator<Table> plain(Index index) {
    return replacing(index, plain(index, index.parts()));
  }

  private static Index plain(Index index, List<Index.Part> parts) {
    return new Index(
        index.name(),
        index.unique(),
        Optional.empty(),
        parts,
        List.of(),
        false,
        Optional.empty(),
        Optional.empty());
  }

  /** The index with only one of its parts. */
  private static Stream<UnaryOperator<Table>> shorter(Index index) {
    return index.parts().size() == 1
        ? Stream.empty()
        : index.parts().stream().map(part -> replacing(index, plain(index, List.of(part))));
  }

  private static UnaryOperator<Table> replacing(Index index, Index other) {
    return table ->
        table.withIndexes(
            table.indexes().stream().map(each -> each.equals(index) ? other : each).toList());
  }

  private static Stream<UnaryOperator<Table>> simpler(Column column) {
    Column bare = Column.of(column.name(), column.type()).nullable(column.nullable());
    Stream<Column> simpler =
        Stream.of(
            bare,
            column.nullable(true),
            Column.of(column.name(), new DataType.Text(Optional.empty())));
    return simpler
        .filter(other -> !other.equals(column))
        .map(other -> table -> replaced(table, column, other));
  }

  private static Table replaced(Table table, Column column, Column simpler) {
    return table.columns().contains(column) ? table.replacing(column, simpler) : table;
  }
}
