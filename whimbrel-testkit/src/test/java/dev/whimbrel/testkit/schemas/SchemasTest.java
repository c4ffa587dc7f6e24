package dev.whimbrel.testkit.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.EnumType;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.ValueSource;
import dev.whimbrel.schema.View;
import dev.whimbrel.testkit.notation.Notation;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SchemasTest {
  private static final Palette EVERYTHING =
      new Palette(
          List.of(
              Palette.Sample.sorted(new DataType.Int(32), "1", "2"),
              Palette.Sample.sorted(new DataType.Text(Optional.empty()), "'a'", "'b'"),
              Palette.Sample.unsorted(new DataType.Json(false), "'{}'", "'[]'")),
          List.of(
              new ValueSource.Identity(true, ValueSource.SequenceOptions.PLAIN),
              new ValueSource.Serial(),
              new ValueSource.AutoIncrement()),
          List.of(true, false),
          List.of("C"),
          List.of(new Palette.TableForm(List.of("WITHOUT ROWID"), true, Set.of())),
          EnumSet.allOf(Palette.Feature.class),
          "");

  @Test
  void aSeedAlwaysGivesTheSameSchema() {
    assertThat(schema(7)).isEqualTo(schema(7)).isNotEqualTo(schema(8));
  }

  @Test
  void everyKindOfThingComesUp() {
    assertThat(schemas().flatMap(schema -> schema.all(EnumType.class))).isNotEmpty();
    assertThat(schemas().flatMap(schema -> schema.all(View.class))).isNotEmpty();
    assertSome(table -> !table.indexes().isEmpty());
    assertSome(table -> !table.options().isEmpty());
    assertSome(table -> table.primaryKey().filter(key -> key.columns().size() > 1).isPresent());
    assertSome(table -> table.constraints(Constraint.Unique.class).findAny().isPresent());
    assertSome(table -> table.constraints(Constraint.Check.class).findAny().isPresent());
    assertSome(table -> table.foreignKeys().anyMatch(key -> key.references().equals(table.name())));
    assertSome(table -> table.foreignKeys().anyMatch(key -> key.columns().size() > 1));
    assertSome(table -> table.columns().stream().anyMatch(column -> column.generated()));
  }

  @Test
  void tablesMayReferToOneAnother() {
    assertThat(schemas().filter(schema -> schema.tables().anyMatch(table -> mutual(schema, table))))
        .isNotEmpty();
  }

  @Test
  void aNeighbourIsAnotherSchemaForTheMostPart() {
    long same =
        IntStream.range(0, 200)
            .filter(seed -> {
              var schemas = new Schemas(EVERYTHING, new Random(seed));
              Schema schema = schemas.schema();
              return schemas.neighbour(schema).equals(schema);
            })
            .count();

    assertThat(same).isLessThan(50);
  }

  @Test
  void whatIsPrintedReadsAsTheSameSchema() {
    schemas()
        .forEach(schema -> assertThat(Notation.parse(Notation.print(schema))).isEqualTo(schema));
  }

  private static boolean mutual(Schema schema, Table table) {
    return table
        .foreignKeys()
        .filter(key -> !key.references().equals(table.name()))
        .anyMatch(key ->
            schema
                .table(key.references())
                .foreignKeys()
                .anyMatch(back -> back.references().equals(table.name())));
  }

  private static void assertSome(Predicate<Table> property) {
    assertThat(schemas().flatMap(Schema::tables)).anyMatch(property);
  }

  private static Stream<Schema> schemas() {
    return IntStream.range(0, 300).mapToObj(SchemasTest::schema);
  }

  private static Schema schema(int seed) {
    return new Schemas(EVERYTHING, new Random(seed)).schema();
  }
}
