package dev.whimbrel.kit.layout;

import dev.whimbrel.migrate.json.Json;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.ValueSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How Drizzle spells what a schema consists of.
 *
 * @param sqlite whether for SQLite
 * @param newer whether as Drizzle has it since its 1.0
 */
record DrizzleWords(boolean sqlite, boolean newer) {
  private static final Pattern QUOTED = Pattern.compile("('(?:[^']|'')*')(?:::[^']+)?");
  private static final Pattern PLAIN =
      Pattern.compile(
          "(?i)\\(.*\\)|[-+]?[0-9.]+(?:e[-+]?[0-9]+)?|x'.*'|null|true|false|current_\\w+");
  private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?");

  /** The namespace, which Drizzle calls a schema. */
  static String namespace(ObjectName name) {
    return name.namespace().isEmpty() ? "public" : name.namespace();
  }

  String type(Column column) {
    return column.value() instanceof ValueSource.Serial
        ? serial(column.type())
        : type(column.type());
  }

  /** The namespace of an enum type, where the column has one. */
  static Optional<String> typeNamespace(DataType type) {
    return switch (type) {
      case DataType.Enumerated(var name) -> Optional.of(namespace(name));
      case DataType.Array(var element) -> typeNamespace(element);
      default -> Optional.empty();
    };
  }

  /** How many brackets an array has, which are no part of the type since 1.0. */
  static int dimensions(DataType type) {
    return type instanceof DataType.Array(var element) ? 1 + dimensions(element) : 0;
  }

  private static String serial(DataType type) {
    return type instanceof DataType.Int(var bits)
        ? bits == 64 ? "bigserial" : bits == 16 ? "smallserial" : "serial"
        : "serial";
  }

  private String type(DataType type) {
    return switch (type) {
      case DataType.Int(var bits) -> whole(bits);
      case DataType.Text(var length) ->
          length.map(most -> (sqlite ? "text(%d)" : "varchar(%d)").formatted(most)).orElse("text");
      case DataType.Char(var length) -> "char(%d)".formatted(length);
      case DataType.Bool() -> "boolean";
      case DataType.Real(var bits) -> sqlite || bits == 32 ? "real" : "double precision";
      case DataType.Decimal(var precision, var scale) ->
          precision.map(digits -> decimal(digits, scale)).orElse("numeric");
      case DataType.Timestamp(var precision, var zoned) -> moment("timestamp", precision, zoned);
      case DataType.Date() -> "date";
      case DataType.Time(var precision, var zoned) -> moment("time", precision, zoned);
      case DataType.Uuid() -> "uuid";
      case DataType.Json(var binary) -> binary ? "jsonb" : "json";
      case DataType.Bytes() -> sqlite ? "blob" : "bytea";
      case DataType.Enumerated(var name) -> name.name();
      case DataType.Array(var element) -> type(element) + (newer ? "" : "[]");
      case DataType.Native(var sql) -> sqlite ? sql.toLowerCase(Locale.ROOT) : sql;
    };
  }

  private String whole(int bits) {
    if (sqlite || bits == 32) {
      return "integer";
    }
    return bits == 64 ? "bigint" : "smallint";
  }

  private String decimal(int digits, int scale) {
    if (scale == 0) {
      return "numeric(%d)".formatted(digits);
    }
    return (newer ? "numeric(%d,%d)" : "numeric(%d, %d)").formatted(digits, scale);
  }

  private String moment(String word, Optional<Integer> precision, boolean zoned) {
    return word
        + precision.map(digits -> (newer ? "(%d)" : " (%d)").formatted(digits)).orElse("")
        + (zoned ? " with time zone" : "");
  }

  /**
   * The expression of a default: without the type that PostgreSQL says of a quoted value, and in
   * the parentheses in which SQLite wants what is no plain value.
   */
  String plain(String sql) {
    Matcher quoted = QUOTED.matcher(sql);
    if (quoted.matches()) {
      return quoted.group(1);
    }
    return sqlite && !PLAIN.matcher(sql).matches() ? "(" + sql + ")" : sql;
  }

  /** Numbers and truths are such in JSON. */
  Json value(String sql) {
    String plain = plain(sql);
    if (plain.equals("true") || plain.equals("false")) {
      return new Json.Truth(plain.equals("true"));
    }
    return NUMBER.matcher(plain).matches() ? new Json.Numeral(plain) : new Json.Text(plain);
  }

  /** What a foreign key is called where nobody named it. */
  static String name(String table, Constraint.ForeignKey key) {
    return key.name().isEmpty()
        ? "%s_%s_%s_%s_fk"
            .formatted(
                table,
                String.join("_", key.columns()),
                key.references().name(),
                String.join("_", key.referenced()))
        : key.name();
  }

  /** What another constraint is called where nobody named it. */
  static String name(String name, String table, List<String> columns, String ending) {
    return name.isEmpty() ? "%s_%s_%s".formatted(table, String.join("_", columns), ending) : name;
  }
}
