package dev.whimbrel.sqlite.normalize;

import dev.whimbrel.schema.DataType;

/**
 * The words that Drizzle uses on SQLite for the types that databases share. A strict table knows
 * six words only: there a text has no length, and a decimal is of any kind so that it stays exact.
 */
final class TypeWords {
  private TypeWords() {}

  static String ofStrict(DataType type) {
    return switch (type) {
      case DataType.Text text -> "text";
      case DataType.Char text -> "text";
      case DataType.Decimal decimal -> "any";
      default -> of(type);
    };
  }

  static String of(DataType type) {
    return switch (type) {
      case DataType.Int integer -> "integer";
      case DataType.Bool bool -> "integer";
      case DataType.Real real -> "real";
      case DataType.Decimal decimal -> "numeric";
      case DataType.Bytes bytes -> "blob";
      case DataType.Text(var length) -> length.map(most -> "text(" + most + ")").orElse("text");
      case DataType.Char(var length) -> "text(" + length + ")";
      case DataType.Timestamp timestamp -> "text";
      case DataType.Date date -> "text";
      case DataType.Time time -> "text";
      case DataType.Uuid uuid -> "text";
      case DataType.Json json -> "text";
      case DataType.Enumerated enumerated -> "text";
      case DataType.Array array -> "text";
      case DataType.Native(var sql) -> sql.strip();
    };
  }
}
