package dev.whimbrel.postgres.rules;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Guesses from its words whether a default differs from row to row. */
final class Volatility {
  private static final Pattern CALL = Pattern.compile("([a-z_][a-z0-9_.]*)\\s*\\(\\s*\\)?");
  private static final Pattern STRINGS =
      Pattern.compile("'(?:[^']|'')*'|\\$([a-z_]*)\\$.*?\\$\\1\\$");

  /** Functions of the server that give the same within a transaction, if called like this. */
  private static final Set<String> STEADY =
      Set.of(
          "now",
          "transaction_timestamp",
          "statement_timestamp",
          "current_timestamp",
          "localtimestamp",
          "current_time",
          "localtime",
          "lower",
          "upper",
          "jsonb_build_object",
          "json_build_object",
          "jsonb_build_array",
          "to_char",
          "date_trunc",
          "coalesce",
          "concat",
          "md5",
          "length",
          "current_setting",
          "make_interval",
          "to_timestamp",
          "timezone",
          "array_append",
          "cast",
          "numeric",
          "varchar",
          "char",
          "decimal",
          "timestamp",
          "array",
          "nullif",
          "greatest",
          "least",
          "abs",
          "round",
          "floor",
          "ceil",
          "replace",
          "encode",
          "decode",
          "to_jsonb",
          "to_json",
          "date",
          "interval",
          "extract",
          "substring",
          "substr",
          "trim",
          "format",
          "left",
          "right",
          "lpad",
          "rpad",
          "power",
          "mod",
          "row",
          "make_date",
          "make_timestamp",
          "varying",
          "character",
          "time",
          "bit",
          "and",
          "or",
          "in",
          "not",
          "is",
          "when",
          "then",
          "else");

  private static final Set<String> WITHOUT_ARGUMENTS =
      Set.of("now", "transaction_timestamp", "statement_timestamp");

  private Volatility() {}

  /** Whether it calls a function that is not known to be steady. */
  static boolean perhaps(String expression) {
    String text =
        STRINGS.matcher(expression.toLowerCase(Locale.ROOT)).replaceAll("''").replace("\"", "");
    Matcher calls = CALL.matcher(text);
    boolean found = false;
    while (calls.find() && !found) {
      String name = calls.group(1).replaceFirst("^pg_catalog\\.", "");
      boolean strange = WITHOUT_ARGUMENTS.contains(name) && !calls.group().endsWith(")");
      found = strange || !STEADY.contains(name);
    }
    return found;
  }
}
