package dev.whimbrel.postgres.spell;

/** Text as a literal, and expressions without the parentheses around them. */
public final class Text {
  private Text() {}

  /** The text in single quotes. */
  public static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** The expression without parentheses that enclose all of it. */
  public static String unwrapped(String sql) {
    String text = sql.strip();
    while (text.startsWith("(") && closing(text, 0) == text.length() - 1) {
      text = text.substring(1, text.length() - 1).strip();
    }
    return text;
  }

  /** Whether all of the expression is one call of a function, which needs no parentheses. */
  public static boolean call(String sql) {
    int open = sql.indexOf('(');
    return open > 0
        && sql.substring(0, open).matches("[a-z_][a-z0-9_.]*")
        && closing(sql, open) == sql.length() - 1;
  }

  /** Where the parenthesis that opens at this place closes; -1 if it does not. */
  private static int closing(String sql, int open) {
    int depth = 0;
    for (int i = open; i < sql.length(); i++) {
      char c = sql.charAt(i);
      if (c == '\'' || c == '"') {
        int end = sql.indexOf(c, i + 1);
        i = end < 0 ? sql.length() : end;
      } else if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
