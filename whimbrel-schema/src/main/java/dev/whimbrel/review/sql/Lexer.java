package dev.whimbrel.review.sql;

import java.util.ArrayList;
import java.util.List;

/** Takes a statement apart into tokens without comments; what is not closed runs to the end. */
final class Lexer {
  private final String sql;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  Lexer(String sql) {
    this.sql = sql;
  }

  List<Token> tokens() {
    while (at < sql.length()) {
      step();
    }
    return tokens;
  }

  private void step() {
    char c = sql.charAt(at);
    if (Character.isWhitespace(c) || c == '\ufeff') {
      at++;
    } else if (sql.startsWith("--", at)) {
      at = found(sql.indexOf('\n', at), 0);
    } else if (sql.startsWith("/*", at)) {
      at = afterComment();
    } else {
      token(c);
    }
  }

  private void token(char c) {
    int start = at;
    Token.Kind kind = kind(c);
    at =
        switch (kind) {
          case STRING -> c == '$' ? afterDollar() : afterQuote(sql.indexOf('\'', at), escapes(c));
          case QUOTED -> afterQuote(unicode(c) ? at + 2 : at, false);
          case WORD -> afterWord();
          case NUMBER -> afterNumber();
          case SYMBOL -> at + (sql.startsWith("::", at) ? 2 : 1);
        };
    tokens.add(new Token(kind, sql.substring(start, at), start));
  }

  private Token.Kind kind(char c) {
    if (c == '\'' || (c == '$' && dollarTag() > 0) || (prefixed(c) && next() == '\'')) {
      return Token.Kind.STRING;
    }
    if (c == '"' || c == '`' || unicode(c)) {
      return Token.Kind.QUOTED;
    }
    if (Character.isDigit(c)) {
      return Token.Kind.NUMBER;
    }
    return wordStart(c) ? Token.Kind.WORD : Token.Kind.SYMBOL;
  }

  private static boolean prefixed(char c) {
    return "eExXbBnN".indexOf(c) >= 0;
  }

  /** Whether a name in quotes begins whose letters may be written as numbers. */
  private boolean unicode(char c) {
    return (c == 'u' || c == 'U') && sql.startsWith("&\"", at + 1);
  }

  private static boolean escapes(char c) {
    return c == 'e' || c == 'E';
  }

  private char next() {
    return at + 1 < sql.length() ? sql.charAt(at + 1) : ' ';
  }

  private int afterQuote(int open, boolean escapes) {
    char quote = sql.charAt(open);
    int i = open + 1;
    while (i < sql.length()) {
      char c = sql.charAt(i);
      if (c == '\\' && escapes) {
        i++;
      } else if (c == quote && i + 1 < sql.length() && sql.charAt(i + 1) == quote) {
        i++;
      } else if (c == quote) {
        return i + 1;
      }
      i++;
    }
    return sql.length();
  }

  /** The length of the mark that opens a dollar quote here, or 0. */
  private int dollarTag() {
    int i = at + 1;
    while (i < sql.length() && (Character.isLetterOrDigit(sql.charAt(i)) || sql.charAt(i) == '_')) {
      i++;
    }
    boolean mark = i < sql.length() && sql.charAt(i) == '$' && !Character.isDigit(next());
    return mark ? i + 1 - at : 0;
  }

  private int afterDollar() {
    String mark = sql.substring(at, at + dollarTag());
    return found(sql.indexOf(mark, at + mark.length()), mark.length());
  }

  private int afterComment() {
    int depth = 1;
    int i = at + 2;
    while (i < sql.length() && depth > 0) {
      boolean opens = sql.startsWith("/*", i);
      boolean closes = sql.startsWith("*/", i);
      depth += opens ? 1 : closes ? -1 : 0;
      i += opens || closes ? 2 : 1;
    }
    return Math.min(i, sql.length());
  }

  private int afterWord() {
    int i = at;
    while (i < sql.length() && (wordStart(sql.charAt(i)) || isDigitOrDollar(sql.charAt(i)))) {
      i++;
    }
    return i;
  }

  private int afterNumber() {
    int i = at;
    while (i < sql.length() && (Character.isLetterOrDigit(sql.charAt(i)) || sql.charAt(i) == '.')) {
      i++;
    }
    return i;
  }

  private static boolean isDigitOrDollar(char c) {
    return c == '$' || Character.isDigit(c);
  }

  private static boolean wordStart(char c) {
    return c == '_' || Character.isLetter(c) || c > 127;
  }

  private int found(int index, int length) {
    return index < 0 ? sql.length() : index + length;
  }
}
