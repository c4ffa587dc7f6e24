package dev.whimbrel.postgres.spell;

import dev.whimbrel.schema.DataType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Types as PostgreSQL's SQL spells them, in the shorter way where there are two. */
public final class TypeName {
  private static final Pattern FORM =
      Pattern.compile("([A-Za-z][A-Za-z0-9_ ]*?)\\s*(?:\\(([^()]*)\\))?( with(?:out)? time zone)?");

  private static final Pattern SPACES = Pattern.compile("(\"[^\"]*\")|\\s+");
  private static final Pattern NUMBERS = Pattern.compile("\\s*-?\\d+\\s*(,\\s*-?\\d+\\s*)*");
  private static final Pattern LENGTHS = Pattern.compile("(\"[^\"]*\")|\\s*\\([^()]*\\)");

  private TypeName() {}

  /** The type in SQL: {@code varchar(20)}. */
  public static String sql(DataType type) {
    return switch (type) {
      case DataType.Int(var bits) -> bits == 16 ? "smallint" : bits == 32 ? "integer" : "bigint";
      case DataType.Text(var length) -> length.map(n -> "varchar(" + n + ")").orElse("text");
      case DataType.Char(var length) -> "char(" + length + ")";
      case DataType.Bool() -> "boolean";
      case DataType.Real(var bits) -> bits == 32 ? "real" : "double precision";
      case DataType.Decimal(var precision, var scale) -> decimal(precision, scale);
      case DataType.Timestamp(var precision, var zoned) -> clock("timestamp", precision, zoned);
      case DataType.Date() -> "date";
      case DataType.Time(var precision, var zoned) -> clock("time", precision, zoned);
      case DataType.Uuid() -> "uuid";
      case DataType.Json(var binary) -> binary ? "jsonb" : "json";
      case DataType.Bytes() -> "bytea";
      case DataType.Enumerated(var name) -> Identifier.quoted(name);
      case DataType.Array(var element) -> sql(element) + "[]";
      case DataType.Native(var text) -> text;
    };
  }

  private static String decimal(Optional<Integer> precision, int scale) {
    return precision
        .map(digits -> "numeric(" + digits + (scale == 0 ? ")" : ", " + scale + ")"))
        .orElse("numeric");
  }

  private static String clock(String word, Optional<Integer> precision, boolean zoned) {
    return word
        + precision.map(digits -> "(" + digits + ")").orElse("")
        + (zoned ? " with time zone" : "");
  }

  /** The type that this SQL means; a type of an enumeration cannot be told and is native. */
  public static DataType parse(String sql) {
    String text = replaced(SPACES, sql.strip(), " ");
    if (text.endsWith("[]")) {
      DataType element = parse(text.substring(0, text.length() - 2));
      return element instanceof DataType.Array ? element : new DataType.Array(element);
    }
    Matcher form = FORM.matcher(text);
    return form.matches() ? known(text, form) : new DataType.Native(text);
  }

  /** What a name in quotes holds is part of the name. */
  private static String replaced(Pattern pattern, String text, String by) {
    return pattern
        .matcher(text)
        .replaceAll(found -> found.group(1) == null ? by : Matcher.quoteReplacement(found.group()));
  }

  private static DataType known(String text, Matcher form) {
    List<Integer> numbers = numbers(Optional.ofNullable(form.group(2)).orElse(""));
    String zone = Optional.ofNullable(form.group(3)).orElse("");
    String word = (form.group(1) + zone).toLowerCase(Locale.ROOT);
    return numbers.isEmpty() && form.group(2) != null
        ? new DataType.Native(text)
        : known(text, word, numbers);
  }

  private static List<Integer> numbers(String list) {
    boolean all = NUMBERS.matcher(list).matches();
    return all
        ? Arrays.stream(list.split(",")).map(String::strip).map(Integer::valueOf).toList()
        : List.of();
  }

  private static DataType known(String text, String word, List<Integer> numbers) {
    Optional<Integer> first = numbers.stream().findFirst();
    return switch (word) {
      case "smallint", "int2" -> new DataType.Int(16);
      case "integer", "int", "int4" -> new DataType.Int(32);
      case "bigint", "int8" -> new DataType.Int(64);
      case "text" -> new DataType.Text(Optional.empty());
      case "varchar", "character varying" ->
          first.isPresent() ? new DataType.Text(first) : new DataType.Native("varchar");
      case "char", "character" -> new DataType.Char(first.orElse(1));
      case "bpchar" ->
          first.<DataType>map(DataType.Char::new).orElse(new DataType.Native("bpchar"));
      case "boolean", "bool" -> new DataType.Bool();
      case "real", "float4" -> new DataType.Real(32);
      case "double precision", "float8" -> new DataType.Real(64);
      case "float" -> new DataType.Real(first.orElse(53) <= 24 ? 32 : 64);
      case "numeric", "decimal", "dec" ->
          new DataType.Decimal(first, numbers.size() > 1 ? numbers.get(1) : 0);
      case "timestamp", "timestamp without time zone" -> new DataType.Timestamp(first, false);
      case "timestamptz", "timestamp with time zone" -> new DataType.Timestamp(first, true);
      case "date" -> new DataType.Date();
      case "time", "time without time zone" -> new DataType.Time(first, false);
      case "timetz", "time with time zone" -> new DataType.Time(first, true);
      case "uuid" -> new DataType.Uuid();
      case "json" -> new DataType.Json(false);
      case "jsonb" -> new DataType.Json(true);
      case "bytea" -> new DataType.Bytes();
      case "varbit", "bit varying" ->
          new DataType.Native("bit varying" + first.map(n -> "(" + n + ")").orElse(""));
      default -> new DataType.Native(text);
    };
  }

  /** The type without its lengths and precisions, as a cast to it in a default has it. */
  public static DataType bare(DataType type) {
    return switch (type) {
      case DataType.Text(var length) -> length.isPresent() ? new DataType.Native("varchar") : type;
      case DataType.Char(var length) -> new DataType.Native("bpchar");
      case DataType.Decimal decimal -> new DataType.Decimal(Optional.empty(), 0);
      case DataType.Timestamp(var precision, var zoned) ->
          new DataType.Timestamp(Optional.empty(), zoned);
      case DataType.Time(var precision, var zoned) -> new DataType.Time(Optional.empty(), zoned);
      case DataType.Array(var element) -> new DataType.Array(bare(element));
      case DataType.Native(var text) -> new DataType.Native(replaced(LENGTHS, text, ""));
      default -> type;
    };
  }
}
