package dev.whimbrel.postgres.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.postgres.spell.TypeName;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.Expression;
import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.ValueSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresNormalizerTest {
  private final PostgresNormalizer normalizer = new PostgresNormalizer();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "varchar(20) | 'active'::character varying | 'active'",
        "text | 'it''s'::text | 'it''s'",
        "text | 'a'::character varying | 'a'::character varying",
        "jsonb | '{}'::jsonb | '{}'",
        "text[] | '{}'::text[] | '{}'",
        "varchar(9)[] | '{}'::character varying[] | '{}'",
        "char(3) | 'a'::bpchar | 'a'",
        "timestamp(3) with time zone | '2024-01-01 00:00:00+00'::timestamp with time zone | '2024-01-01 00:00:00+00'",
        "interval | '1 day'::interval | '1 day'",
        "integer | '-1'::integer | -1",
        "integer | '5' | 5",
        "bigint | '-1'::integer | -1",
        "bigint | '-1'::bigint | '-1'",
        "numeric(8, 2) | '-2.5'::numeric | -2.5",
        "double precision | 0.5 | 0.5",
        "boolean | TRUE | true",
        "timestamp | NOW() | now()",
        "timestamp | current_timestamp | CURRENT_TIMESTAMP",
        "varchar(5) | NULL::character varying | NULL",
        "text | E'a\\\\b'::text | 'a\\b'"
      })
  void defaultsAreSpelledInTheShortWay(String type, String given, String normal) {
    assertThat(value(TypeName.parse(type), given))
        .isEqualTo(new ValueSource.Default(new Expression(normal)));
  }

  @Test
  void aDefaultOfNullIsNone() {
    assertThat(value(TypeName.parse("text"), "NULL::text")).isEqualTo(new ValueSource.Given());
  }

  @Test
  void aCastToTheColumnsOwnEnumerationSaysNothing() {
    var mood = new DataType.Enumerated(new ObjectName("app", "Mood"));
    assertThat(value(mood, "'ok'::app.\"Mood\""))
        .isEqualTo(new ValueSource.Default(new Expression("'ok'")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int4 | integer",
        "character varying(7) | varchar(7)",
        "character varying | varchar",
        "timestamptz | timestamp with time zone",
        "timestamp(3) without time zone | timestamp(3)",
        "decimal(19,4) | numeric(19, 4)",
        "float8[][] | double precision[]",
        "bool | boolean",
        "geometry(Point,4326) | geometry(Point,4326)"
      })
  void typesHaveOneName(String given, String normal) {
    assertThat(TypeName.sql(ColumnSpelling.type(new DataType.Native(given)))).isEqualTo(normal);
  }

  @Test
  void keysGetTheirNameAndTheirColumnsAValue() {
    Table table =
        Table.of(ObjectName.of("users"), Column.of("id", new DataType.Int(32)))
            .with(new Constraint.PrimaryKey("", List.of("id")))
            .with(new Constraint.Unique("", List.of("id"), false));
    Table normal = normalizer.normalize(Schema.of(table)).table(ObjectName.of("users"));
    assertThat(normal.constraints())
        .extracting(Constraint::name)
        .containsExactly("users_pkey", "users_id_key");
    assertThat(normal.column("id").nullable()).isFalse();
  }

  @Test
  void whatAnIndexDoesAnywayIsNotSaid() {
    var part =
        new Index.Part(
            "\"a\" || 'x'",
            true,
            true,
            Optional.of(Index.Nulls.FIRST),
            Optional.empty(),
            Optional.empty());
    var index =
        new Index(
            "i".repeat(70),
            false,
            Optional.of("btree"),
            List.of(part),
            List.of(),
            false,
            Optional.of(new Expression("(\"a\" <> '\"b\"')")),
            Optional.empty());
    Table table = Table.of(ObjectName.of("t"), Column.of("a", TypeName.parse("text"))).with(index);
    Index normal =
        normalizer.normalize(Schema.of(table)).table(ObjectName.of("t")).indexes().getFirst();
    assertThat(normal.name()).hasSize(63);
    assertThat(normal.method()).isEmpty();
    assertThat(normal.parts().getFirst().nulls()).isEmpty();
    assertThat(normal.parts().getFirst().text()).isEqualTo("a || 'x'");
    assertThat(normal.where()).contains(new Expression("a <> '\"b\"'"));
  }

  @Test
  void aNamespaceThatNothingMakesIsAdded() {
    Table table = Table.of(new ObjectName("app", "t"));
    assertThat(normalizer.normalize(Schema.of(table)).objects())
        .containsKey(ObjectName.of("schema app"));
    assertThat(normalizer.normalize(Schema.of(Table.of(new ObjectName("public", "t")))).objects())
        .containsOnlyKeys(ObjectName.of("t"));
  }

  private ValueSource value(DataType type, String given) {
    Column column = Column.of("c", type).filledBy(new ValueSource.Default(new Expression(given)));
    return ColumnSpelling.normal(column).value();
  }
}
