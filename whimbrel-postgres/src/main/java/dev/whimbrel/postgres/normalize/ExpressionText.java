package dev.whimbrel.postgres.normalize;

import dev.whimbrel.postgres.spell.Identifier;
import dev.whimbrel.postgres.spell.Text;
import dev.whimbrel.schema.Expression;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Expressions as far as they can be spelled without asking a server. */
final class ExpressionText {
  private static final Pattern TOKEN = Pattern.compile("'(?:[^']|'')*'|\"((?:[^\"]|\"\")*)\"");

  private ExpressionText() {}

  static Expression normal(Expression expression) {
    return new Expression(normal(expression.sql()));
  }

  /** Without parentheses around all of it, and without quotes around names that need none. */
  static String normal(String sql) {
    return TOKEN.matcher(Text.unwrapped(sql)).replaceAll(ExpressionText::unquoted);
  }

  private static String unquoted(MatchResult token) {
    String text = token.group();
    boolean needless =
        text.startsWith("\"") && Identifier.plain(text.substring(1, text.length() - 1));
    String kept = needless ? text.substring(1, text.length() - 1) : text;
    return kept.replace("\\", "\\\\").replace("$", "\\$");
  }
}
