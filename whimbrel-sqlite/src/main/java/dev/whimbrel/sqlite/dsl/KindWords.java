package dev.whimbrel.sqlite.dsl;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.dsl.GeneralWords;
import dev.whimbrel.schema.dsl.JavaLiteral;
import dev.whimbrel.schema.dsl.Spelling;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** The word for the type of a column: {@code integer("age")}. */
record KindWords(Column column) {
  Spelling spelling() {
    return switch (column.type()) {
      case DataType.Int(var bits) when bits == 64 -> word("Integer", "integer");
      case DataType.Text(var length) -> text(length);
      case DataType.Real(var bits) when bits == 64 -> word("Double", "real");
      case DataType.Bytes bytes -> word("byte[]", "blob");
      case DataType.Decimal(var precision, var scale) when precision.isEmpty() && scale == 0 ->
          word("BigDecimal", "numeric").importing(BigDecimal.class.getName());
      case DataType.Native(var type) -> declared(type);
      default -> new GeneralWords().any(column);
    };
  }

  private Spelling text(Optional<Integer> length) {
    return length
        .map(most -> Spelling.of("String", "varchar(%s, %d)".formatted(name(), most)))
        .orElseGet(() -> word("String", "text"));
  }

  /** A type in the words that SQLite keeps; those that our own words give are told by those. */
  private Spelling declared(String type) {
    return switch (type) {
      case "integer" -> word("Integer", "integer");
      case "text" -> word("String", "text");
      case "real" -> word("Double", "real");
      case "blob" -> word("byte[]", "blob");
      case "numeric" -> word("BigDecimal", "numeric").importing(BigDecimal.class.getName());
      default -> declared(type, values(type));
    };
  }

  private Spelling declared(String type, String values) {
    String bound = values.equals("Object") ? "" : ", " + values + ".class";
    return Spelling.of(
        values, "declared(%s, %s%s)".formatted(name(), new JavaLiteral(type), bound));
  }

  /** What a declared type most likely holds, by the rules of SQLite's affinities. */
  private static String values(String type) {
    String upper = type.toUpperCase(Locale.ROOT);
    if (upper.contains("INT")) {
      return upper.contains("BIG") ? "Long" : "Integer";
    }
    if (upper.contains("CHAR") || upper.contains("TEXT") || upper.contains("CLOB")) {
      return "String";
    }
    if (upper.contains("REAL") || upper.contains("FLOA") || upper.contains("DOUB")) {
      return "Double";
    }
    return upper.startsWith("BOOL") ? "Boolean" : upper.contains("BLOB") ? "byte[]" : "Object";
  }

  private Spelling word(String values, String word) {
    return Spelling.of(values, "%s(%s)".formatted(word, name()));
  }

  private JavaLiteral name() {
    return new JavaLiteral(column.name());
  }
}
