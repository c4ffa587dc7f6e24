package dev.whimbrel.postgres.dsl;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.ValueSource;
import dev.whimbrel.schema.dsl.EnumSource;
import dev.whimbrel.schema.dsl.GeneralWords;
import dev.whimbrel.schema.dsl.JavaLiteral;
import dev.whimbrel.schema.dsl.Spelling;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The word for the type of a column: {@code varchar("name", 100)}. */
record KindWords(Column column, Map<ObjectName, EnumSource> enums) {
  Spelling spelling() {
    return of(column.type());
  }

  private Spelling of(DataType type) {
    return switch (type) {
      case DataType.Int(var bits) -> whole(bits);
      case DataType.Text(var length) ->
          length
              .map(characters -> word("String", "varchar", characters))
              .orElseGet(() -> word("String", "text"));
      case DataType.Char(var length) -> word("String", "character", length);
      case DataType.Bool bool -> word("Boolean", "bool");
      case DataType.Real(var bits) ->
          bits == 32 ? word("Float", "real") : word("Double", "doublePrecision");
      case DataType.Decimal(var precision, var scale) -> decimal(type, precision, scale);
      case DataType.Timestamp(var precision, var zoned) ->
          timed(Instant.class, zoned ? "timestamptz" : "timestamp", precision);
      case DataType.Date date -> imported(LocalDate.class, "date");
      case DataType.Time(var precision, var zoned) ->
          zoned
              ? timed(OffsetTime.class, "timetz", precision)
              : timed(LocalTime.class, "time", precision);
      case DataType.Uuid uuid -> imported(UUID.class, "uuid");
      case DataType.Json(var binary) -> word("String", binary ? "jsonb" : "json");
      case DataType.Bytes bytes -> word("byte[]", "bytea");
      case DataType.Enumerated(var name) -> enumerated(name);
      case DataType.Array(var element) -> array(of(element));
      case DataType.Native(var sql) -> word("Object", "nativeType", new JavaLiteral(sql));
    };
  }

  private Spelling whole(int bits) {
    boolean serial = column.value() instanceof ValueSource.Serial;
    return switch (bits) {
      case 16 -> word("Short", serial ? "smallserial" : "smallint");
      case 32 -> word("Integer", serial ? "serial" : "integer");
      case 64 -> word("Long", serial ? "bigserial" : "bigint");
      default -> new GeneralWords().any(column);
    };
  }

  private Spelling decimal(DataType type, Optional<Integer> precision, int scale) {
    if (precision.isEmpty()) {
      return scale == 0
          ? imported(BigDecimal.class, "numeric")
          : new GeneralWords().any(column.typed(type));
    }
    return scale == 0
        ? imported(BigDecimal.class, "numeric", precision.get())
        : imported(BigDecimal.class, "numeric", precision.get(), scale);
  }

  private Spelling timed(Class<?> values, String word, Optional<Integer> precision) {
    return precision
        .map(digits -> imported(values, word, digits))
        .orElseGet(() -> imported(values, word));
  }

  private Spelling enumerated(ObjectName name) {
    EnumSource source = enums.get(name);
    return source == null
        ? new GeneralWords().any(column.typed(new DataType.Enumerated(name)))
        : word(source.className(), "enumerated", source.className() + ".class");
  }

  private Spelling array(Spelling element) {
    return element.words().startsWith("column(")
        ? new GeneralWords().any(column)
        : new Spelling(
                "List<" + element.valueType() + ">",
                element.words() + ".array()",
                element.imports(),
                false)
            .importing(List.class.getName());
  }

  private Spelling imported(Class<?> values, String word, Object... arguments) {
    return word(values.getSimpleName(), word, arguments).importing(values.getName());
  }

  private Spelling word(String values, String word, Object... arguments) {
    var call = new StringBuilder(word).append('(').append(new JavaLiteral(column.name()));
    for (Object argument : arguments) {
      call.append(", ").append(argument);
    }
    return Spelling.of(values, call.append(')').toString());
  }
}
