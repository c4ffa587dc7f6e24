package dev.whimbrel.proof;

import dev.whimbrel.schema.DataType;
import java.util.Locale;
import java.util.Optional;

/** What is most likely kept in columns of a type that the database takes at its word. */
final class LikelyType {
  private LikelyType() {}

  /** The type itself, or the one that its name brings to mind. */
  static DataType of(DataType type) {
    return type instanceof DataType.Native(String sql) ? called(sql).orElse(type) : type;
  }

  private static Optional<DataType> called(String sql) {
    return Optional.ofNullable(
        switch (sql.toLowerCase(Locale.ROOT).replaceAll("[ (].*", "")) {
          case "text", "varchar", "char", "character", "nvarchar", "nchar", "clob" ->
              new DataType.Text(Optional.empty());
          case "int", "integer", "bigint", "smallint", "tinyint", "mediumint" ->
              new DataType.Int(32);
          case "real", "double", "float" -> new DataType.Real(64);
          case "numeric", "decimal" -> new DataType.Decimal(Optional.empty(), 0);
          case "boolean", "bool" -> new DataType.Bool();
          case "date" -> new DataType.Date();
          case "datetime", "timestamp" -> new DataType.Timestamp(Optional.empty(), false);
          case "time" -> new DataType.Time(Optional.empty(), false);
          case "json" -> new DataType.Json(false);
          default -> null;
        });
  }
}
