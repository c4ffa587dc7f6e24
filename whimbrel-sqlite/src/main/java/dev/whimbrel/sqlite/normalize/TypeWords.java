package dev.whimbrel.sqlite.normalize;

import dev.whimbrel.schema.DataType;

/** The words that Drizzle uses on SQLite for the types that databases share. */
final class TypeWords {
  private TypeWords() {}

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
