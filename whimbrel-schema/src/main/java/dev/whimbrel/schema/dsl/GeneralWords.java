package dev.whimbrel.schema.dsl;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.DataType.Enumerated;
import dev.whimbrel.schema.ValueSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Words for columns that every dialect has. */
public final class GeneralWords {
  /** Says where a value comes from, where that takes none of a dialect's own words. */
  public Spelling filled(Spelling spelling, ValueSource value) {
    return switch (value) {
      case ValueSource.Given given -> spelling;
      case ValueSource.Default(var expression) ->
          spelling.then(".defaultSql(" + new JavaLiteral(expression.sql()) + ")");
      case ValueSource.Generated(var expression, var stored) ->
          spelling.then(
              (stored ? ".generatedAlwaysAs(" : ".generatedVirtuallyAs(")
                  + new JavaLiteral(expression.sql())
                  + ")");
      case ValueSource.Identity identity -> throw unknown(spelling, identity);
      case ValueSource.Serial serial -> throw unknown(spelling, serial);
      case ValueSource.AutoIncrement increment -> throw unknown(spelling, increment);
    };
  }

  /** A column of a type for which the dialect has no word. */
  public Spelling any(Column column) {
    String call = "column(%s, %s)".formatted(new JavaLiteral(column.name()), type(column.type()));
    Spelling spelling = Spelling.of("Object", call).importing(DataType.class.getName());
    return call.contains("Optional.") ? spelling.importing(Optional.class.getName()) : spelling;
  }

  private static IllegalArgumentException unknown(Spelling spelling, ValueSource value) {
    return new IllegalArgumentException(
        "There are no words for %s of %s in this dialect.".formatted(value, spelling.words()));
  }

  private static String type(DataType type) {
    return switch (type) {
      case DataType.Int(var bits) -> made("Int", bits);
      case DataType.Text(var length) -> made("Text", optional(length));
      case DataType.Char(var length) -> made("Char", length);
      case DataType.Bool bool -> made("Bool");
      case DataType.Real(var bits) -> made("Real", bits);
      case DataType.Decimal(var precision, var scale) ->
          made("Decimal", optional(precision), scale);
      case DataType.Timestamp(var precision, var zoned) ->
          made("Timestamp", optional(precision), zoned);
      case DataType.Date date -> made("Date");
      case DataType.Time(var precision, var zoned) -> made("Time", optional(precision), zoned);
      case DataType.Uuid uuid -> made("Uuid");
      case DataType.Json(var binary) -> made("Json", binary);
      case DataType.Bytes bytes -> made("Bytes");
      case Enumerated(var name) ->
          made(
              "Enumerated",
              "new dev.whimbrel.schema.ObjectName(%s, %s)"
                  .formatted(new JavaLiteral(name.namespace()), new JavaLiteral(name.name())));
      case DataType.Array(var element) -> made("Array", type(element));
      case DataType.Native(var sql) -> made("Native", new JavaLiteral(sql));
    };
  }

  private static String made(String kind, Object... arguments) {
    String given = Arrays.stream(arguments).map(Object::toString).collect(Collectors.joining(", "));
    return "new DataType." + kind + "(" + given + ")";
  }

  private static String optional(Optional<Integer> number) {
    return number.map(given -> "Optional.of(" + given + ")").orElse("Optional.empty()");
  }
}
