package dev.whimbrel.proof;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.EnumType;
import dev.whimbrel.schema.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Values for columns, as SQL: another one in each row, as far as the type has so many. */
record SampleValues(Schema schema) {
  private static final Map<String, List<String>> NATIVE =
      Map.of(
          "inet", List.of("10.0.0.1", "10.0.0.2", "10.0.0.3"),
          "cidr", List.of("10.0.0.0/8", "11.0.0.0/8", "12.0.0.0/8"),
          "interval", List.of("1 day", "2 days", "3 days"),
          "tsvector", List.of("a", "b", "c"),
          "xml", List.of("<a/>", "<b/>", "<c/>"),
          "point", List.of("(1,1)", "(2,2)", "(3,3)"),
          "citext", List.of("a", "b", "c"),
          "name", List.of("a", "b", "c"));

  String value(Column column, int row) {
    return of(LikelyType.of(column.type()), row);
  }

  private String of(DataType type, int row) {
    int number = row + 1;
    return switch (type) {
      case DataType.Int any -> Integer.toString(number);
      case DataType.Text any -> quoted(letter(row));
      case DataType.Char any -> quoted(letter(row));
      case DataType.Bool any -> row % 2 == 0 ? "true" : "false";
      case DataType.Real any -> Integer.toString(number);
      case DataType.Decimal(var precision, int scale) ->
          precision.isPresent() && precision.get() <= scale ? "0" : Integer.toString(number);
      case DataType.Timestamp any -> quoted("2024-01-0" + number + " 00:00:00");
      case DataType.Date any -> quoted("2024-01-0" + number);
      case DataType.Time any -> quoted("0" + number + ":00:00");
      case DataType.Uuid any -> quoted("00000000-0000-4000-8000-00000000000" + number);
      case DataType.Json any -> quoted("{\"n\": " + number + "}");
      case DataType.Bytes any -> quoted(letter(row));
      case DataType.Enumerated(var name) -> label(name.toString(), row);
      case DataType.Array any -> quoted("{}");
      case DataType.Native(String sql) -> ofNative(sql, row);
    };
  }

  private String label(String name, int row) {
    return schema
        .all(EnumType.class)
        .filter(type -> type.name().toString().equals(name) && !type.labels().isEmpty())
        .findFirst()
        .map(type -> quoted(type.labels().get(row % type.labels().size())))
        .orElse("NULL");
  }

  private static String ofNative(String sql, int row) {
    String word = sql.toLowerCase(Locale.ROOT).replaceAll("[ (].*", "");
    return quoted(NATIVE.getOrDefault(word, List.of("1", "2", "3")).get(row % 3));
  }

  private static String letter(int row) {
    return String.valueOf((char) ('a' + row));
  }

  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
