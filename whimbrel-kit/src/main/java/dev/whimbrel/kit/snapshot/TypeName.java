package dev.whimbrel.kit.snapshot;

import dev.whimbrel.schema.DataType;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one-word spelling of a type that needs no more than numbers: {@code int64}, {@code
 * text(100)}, {@code decimal(10,2)}, {@code timestamptz(3)}.
 */
record TypeName(String word, Optional<Integer> first, Optional<Integer> second) {
  private static final Pattern SPELLING =
      Pattern.compile("([a-z]+)(16|32|64)?(?:\\((-?\\d{1,9})?(?:,(-?\\d{1,9}))?\\))?");

  /** The spelling of a type; nothing if it holds text or another type. */
  static Optional<String> of(DataType type) {
    return switch (type) {
      case DataType.Int(var bits) -> Optional.of("int" + bits);
      case DataType.Text(var length) -> Optional.of("text" + in(length));
      case DataType.Char(var length) -> Optional.of("char(" + length + ")");
      case DataType.Bool() -> Optional.of("bool");
      case DataType.Real(var bits) -> Optional.of("real" + bits);
      case DataType.Decimal(var precision, var scale) ->
          Optional.of("decimal" + digits(precision, scale));
      case DataType.Timestamp(var precision, var zoned) ->
          Optional.of((zoned ? "timestamptz" : "timestamp") + in(precision));
      case DataType.Date() -> Optional.of("date");
      case DataType.Time(var precision, var zoned) ->
          Optional.of((zoned ? "timetz" : "time") + in(precision));
      case DataType.Uuid() -> Optional.of("uuid");
      case DataType.Json(var binary) -> Optional.of(binary ? "jsonb" : "json");
      case DataType.Bytes() -> Optional.of("bytes");
      case DataType.Enumerated labels -> Optional.empty();
      case DataType.Array array -> Optional.empty();
      case DataType.Native text -> Optional.empty();
    };
  }

  /** The type of that spelling; nothing if there is none. */
  static Optional<DataType> parse(String spelling) {
    Matcher match = SPELLING.matcher(spelling);
    if (!match.matches()) {
      return Optional.empty();
    }
    Optional<Integer> bits = number(match, 2);
    var name = new TypeName(match.group(1), number(match, 3), number(match, 4));
    return bits.isPresent() ? name.sized(bits.get()) : name.type();
  }

  private Optional<DataType> sized(int bits) {
    return switch (word) {
      case "int" -> Optional.of(new DataType.Int(bits));
      case "real" -> Optional.of(new DataType.Real(bits));
      default -> Optional.empty();
    };
  }

  private Optional<DataType> type() {
    return switch (word) {
      case "text" -> Optional.of(new DataType.Text(first));
      case "char" -> first.map(DataType.Char::new);
      case "bool" -> Optional.of(new DataType.Bool());
      case "decimal" -> Optional.of(new DataType.Decimal(first, second.orElse(0)));
      case "timestamp" -> Optional.of(new DataType.Timestamp(first, false));
      case "timestamptz" -> Optional.of(new DataType.Timestamp(first, true));
      case "date" -> Optional.of(new DataType.Date());
      case "time" -> Optional.of(new DataType.Time(first, false));
      case "timetz" -> Optional.of(new DataType.Time(first, true));
      case "uuid" -> Optional.of(new DataType.Uuid());
      case "json" -> Optional.of(new DataType.Json(false));
      case "jsonb" -> Optional.of(new DataType.Json(true));
      case "bytes" -> Optional.of(new DataType.Bytes());
      default -> Optional.empty();
    };
  }

  private static String in(Optional<Integer> number) {
    return number.map(digits -> "(" + digits + ")").orElse("");
  }

  private static String digits(Optional<Integer> precision, int scale) {
    if (scale == 0) {
      return in(precision);
    }
    return "(" + precision.map(String::valueOf).orElse("") + "," + scale + ")";
  }

  private static Optional<Integer> number(Matcher match, int group) {
    return Optional.ofNullable(match.group(group)).map(Integer::valueOf);
  }
}
