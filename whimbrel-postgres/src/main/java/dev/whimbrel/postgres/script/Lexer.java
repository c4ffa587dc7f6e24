package dev.whimbrel.postgres.script;

import java.util.ArrayList;
import java.util.List;

/** Takes SQL text apart into tokens, by PostgreSQL's rules. What is not closed runs to the end. */
public final class Lexer {
  private static final String BREAKPOINT = "--> statement-breakpoint";
  private static final String END_OF_ROWS = "\\.";

  private final String text;
  private int at;

  Lexer(String text) {
    this.text = text;
  }

  /** The tokens of a statement, without comments. */
  public static List<Token> tokens(String sql) {
    var lexer = new Lexer(sql);
    var tokens = new ArrayList<Token>();
    while (lexer.hasNext()) {
      Token token = lexer.next();
      if (token.kind() != Token.Kind.COMMENT && token.kind() != Token.Kind.BREAKPOINT) {
        tokens.add(token);
      }
    }
    return tokens;
  }

  boolean hasNext() {
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
    return at < text.length();
  }

  Token next() {
    int start = at;
    Token.Kind kind = read(text.charAt(at));
    return new Token(kind, text.substring(start, at), start);
  }

  /** The rows that stand behind a COPY: the lines from the next one to {@code \.}. */
  String rows() {
    int start = lineEnd(at);
    at = start;
    while (at < text.length()) {
      int end = lineEnd(at);
      if (text.substring(at, end).strip().equals(END_OF_ROWS)) {
        String rows = text.substring(start, at);
        at = end;
        return rows;
      }
      at = end;
    }
    return text.substring(start);
  }

  private Token.Kind read(char first) {
    return switch (first) {
      case '\'' -> string(false);
      case '"' -> quoted();
      case '$' -> dollar();
      case '-' -> text.startsWith("--", at) ? lineComment() : symbol(1);
      case '/' -> text.startsWith("/*", at) ? comment() : symbol(1);
      case '\\' -> command();
      case ':' -> symbol(text.startsWith("::", at) ? 2 : 1);
      default -> isWordStart(first) ? word() : isDigit(first) ? number() : symbol(1);
    };
  }

  private Token.Kind symbol(int length) {
    at += length;
    return Token.Kind.SYMBOL;
  }

  /** A letter E in front of a string makes backslashes count. */
  private Token.Kind word() {
    int start = at;
    while (at < text.length() && isWordPart(text.charAt(at))) {
      at++;
    }
    boolean escapes = at - start == 1 && "eE".indexOf(text.charAt(start)) >= 0;
    return escapes && at < text.length() && text.charAt(at) == '\''
        ? string(true)
        : Token.Kind.WORD;
  }

  private Token.Kind number() {
    while (at < text.length() && (isWordPart(text.charAt(at)) || text.charAt(at) == '.')) {
      at++;
    }
    return Token.Kind.SYMBOL;
  }

  private Token.Kind string(boolean escapes) {
    at = afterQuote('\'', escapes);
    return Token.Kind.STRING;
  }

  private Token.Kind quoted() {
    at = afterQuote('"', false);
    return Token.Kind.QUOTED;
  }

  /** A doubled quote means itself. */
  private int afterQuote(char quote, boolean escapes) {
    int i = at + 1;
    while (i < text.length()) {
      char c = text.charAt(i++);
      if (c == '\\' && escapes) {
        i++;
      } else if (c == quote) {
        if (i == text.length() || text.charAt(i) != quote) {
          return i;
        }
        i++;
      }
    }
    return text.length();
  }

  private Token.Kind dollar() {
    int close = at + 1;
    while (close < text.length() && isWordPart(text.charAt(close)) && text.charAt(close) != '$') {
      close++;
    }
    boolean opens =
        close < text.length() && text.charAt(close) == '$' && !isDigit(text.charAt(at + 1));
    if (!opens) {
      return symbol(1);
    }
    String mark = text.substring(at, close + 1);
    int found = text.indexOf(mark, close + 1);
    at = found < 0 ? text.length() : found + mark.length();
    return Token.Kind.STRING;
  }

  private Token.Kind lineComment() {
    boolean breakpoint = text.startsWith(BREAKPOINT, at);
    int end = text.indexOf('\n', at);
    at = end < 0 ? text.length() : end;
    return breakpoint ? Token.Kind.BREAKPOINT : Token.Kind.COMMENT;
  }

  /** Comments nest. */
  private Token.Kind comment() {
    int depth = 0;
    while (at < text.length()) {
      if (text.startsWith("/*", at)) {
        depth++;
        at += 2;
      } else if (text.startsWith("*/", at)) {
        depth--;
        at += 2;
        if (depth == 0) {
          return Token.Kind.COMMENT;
        }
      } else {
        at++;
      }
    }
    return Token.Kind.COMMENT;
  }

  private Token.Kind command() {
    at = lineEnd(at);
    while (isBlank(text.charAt(at - 1))) {
      at--;
    }
    return Token.Kind.COMMAND;
  }

  private int lineEnd(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end + 1;
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || c == '\ufeff';
  }

  private static boolean isWordStart(char c) {
    return c == '_' || Character.isLetter(c) || c > 127;
  }

  private static boolean isWordPart(char c) {
    return isWordStart(c) || c == '$' || isDigit(c);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
