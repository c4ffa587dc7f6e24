package dev.whimbrel.schema;

import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Gives an identifier another name within SQL text; strings, comments and calls are left alone. */
record IdentifierRename(String from, String to) {
  private static final Pattern TOKEN =
      Pattern.compile(
          "'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|`[^`]*`|--[^\\n]*|/\\*.*?\\*/"
              + "|[\\p{L}_][\\p{L}\\p{N}_$]*(?!\\s*\\()",
          Pattern.DOTALL);
  private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

  /** The names in SQL text, without their quotes; plain ones in lower case. */
  static Set<String> identifiers(String sql) {
    return TOKEN
        .matcher(sql)
        .results()
        .map(MatchResult::group)
        .filter(token -> "'-/".indexOf(token.charAt(0)) < 0)
        .map(IdentifierRename::bare)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String bare(String token) {
    char quote = token.charAt(0);
    return quote == '"' || quote == '`'
        ? token.substring(1, token.length() - 1).replace("" + quote + quote, "" + quote)
        : token.toLowerCase(Locale.ROOT);
  }

  String in(String sql) {
    return TOKEN.matcher(sql).replaceAll(token -> literal(replacement(token)));
  }

  private static String literal(String text) {
    return text.replace("\\", "\\\\").replace("$", "\\$");
  }

  private String replacement(MatchResult token) {
    String text = token.group();
    return switch (text.charAt(0)) {
      case '"' -> text.equals(quoted(from, '"')) ? quoted(to, '"') : text;
      case '`' -> text.equals(quoted(from, '`')) ? quoted(to, '`') : text;
      case '\'', '-', '/' -> text;
      default -> text.toLowerCase(Locale.ROOT).equals(from) ? bare() : text;
    };
  }

  private String bare() {
    return PLAIN.matcher(to).matches() ? to : quoted(to, '"');
  }

  private static String quoted(String name, char quote) {
    return quote + name.replace(String.valueOf(quote), "" + quote + quote) + quote;
  }
}
