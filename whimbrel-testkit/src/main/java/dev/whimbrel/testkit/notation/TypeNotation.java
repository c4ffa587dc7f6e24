package dev.whimbrel.testkit.notation;

import dev.whimbrel.schema.DataType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The words for types. A word it does not know is the database's own. */
final class TypeNotation {
  private static final Pattern OWN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\([^()'\"]*\\))?");
  private static final Pattern BACKQUOTED = Pattern.compile("`((?:[^`]|``)*)`");

  private static final Map<String, DataType> PLAIN =
      Map.ofEntries(
          Map.entry("short", new DataType.Int(16)),
          Map.entry("int", new DataType.Int(32)),
          Map.entry("long", new DataType.Int(64)),
          Map.entry("bool", new DataType.Bool()),
          Map.entry("float", new DataType.Real(32)),
          Map.entry("double", new DataType.Real(64)),
          Map.entry("date", new DataType.Date()),
          Map.entry("uuid", new DataType.Uuid()),
          Map.entry("json", new DataType.Json(false)),
          Map.entry("jsonb", new DataType.Json(true)),
          Map.entry("bytes", new DataType.Bytes()));

  private static final Set<String> SIZED =
      Set.of("text", "char", "decimal", "timestamp", "timestamptz", "time", "timetz", "enum");

  private TypeNotation() {}

  static String print(DataType type) {
    return switch (type) {
      case DataType.Int(var bits) -> bits == 16 ? "short" : bits == 32 ? "int" : "long";
      case DataType.Text(var length) -> "text" + size(length);
      case DataType.Char(var length) -> "char(" + length + ")";
      case DataType.Bool() -> "bool";
      case DataType.Real(var bits) -> bits == 32 ? "float" : "double";
      case DataType.Decimal(var precision, var scale) ->
          "decimal"
              + (precision.isPresent() && scale != 0
                  ? "(%d, %d)".formatted(precision.get(), scale)
                  : size(precision));
      case DataType.Timestamp(var precision, var zoned) ->
          (zoned ? "timestamptz" : "timestamp") + size(precision);
      case DataType.Date() -> "date";
      case DataType.Time(var precision, var zoned) -> (zoned ? "timetz" : "time") + size(precision);
      case DataType.Uuid() -> "uuid";
      case DataType.Json(var binary) -> binary ? "jsonb" : "json";
      case DataType.Bytes() -> "bytes";
      case DataType.Enumerated(var name) -> "enum " + Spelling.name(name);
      case DataType.Array(var element) -> print(element) + "[]";
      case DataType.Native(var sql) -> own(sql);
    };
  }

  private static String size(Optional<Integer> size) {
    return size.map(number -> "(" + number + ")").orElse("");
  }

  private static String own(String sql) {
    String word = sql.replaceFirst("\\(.*", "");
    boolean plain = OWN.matcher(sql).matches() && !PLAIN.containsKey(word) && !SIZED.contains(word);
    return plain ? sql : "`" + sql.replace("`", "``") + "`";
  }

  static DataType read(Words words) {
    DataType type = readElement(words);
    while (words.accept("[]")) {
      type = new DataType.Array(type);
    }
    return type;
  }

  private static DataType readElement(Words words) {
    var backquoted = words.find(BACKQUOTED);
    if (backquoted.isPresent()) {
      return new DataType.Native(backquoted.get().group(1).replace("``", "`"));
    }
    for (var plain : PLAIN.entrySet()) {
      if (words.accept(plain.getKey())) {
        return plain.getValue();
      }
    }
    return SIZED.stream()
        .filter(words::accept)
        .findFirst()
        .map(word -> sized(word, words))
        .orElseGet(() -> ofDatabase(words));
  }

  private static DataType sized(String word, Words words) {
    return switch (word) {
      case "text" -> new DataType.Text(optionalSize(words));
      case "char" -> new DataType.Char(optionalSize(words).orElse(1));
      case "decimal" -> decimal(words);
      case "timestamp" -> new DataType.Timestamp(optionalSize(words), false);
      case "timestamptz" -> new DataType.Timestamp(optionalSize(words), true);
      case "time" -> new DataType.Time(optionalSize(words), false);
      case "timetz" -> new DataType.Time(optionalSize(words), true);
      default -> new DataType.Enumerated(words.objectName());
    };
  }

  private static DataType decimal(Words words) {
    if (!words.comes("(")) {
      return new DataType.Decimal(Optional.empty(), 0);
    }
    var sizes = words.list(() -> (int) words.number());
    return new DataType.Decimal(Optional.of(sizes.getFirst()), sizes.size() > 1 ? sizes.get(1) : 0);
  }

  private static Optional<Integer> optionalSize(Words words) {
    return words.comes("(")
        ? Optional.of(words.list(() -> (int) words.number()).getFirst())
        : Optional.empty();
  }

  private static DataType ofDatabase(Words words) {
    return words
        .find(OWN)
        .<DataType>map(match -> new DataType.Native(match.group()))
        .orElseThrow(() -> words.wrong("a type should stand here"));
  }
}
