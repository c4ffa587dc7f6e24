package dev.whimbrel.sqlite.parse;

import java.util.ArrayList;
import java.util.List;

/** Takes SQL text apart into tokens, by SQLite's rules. What is not closed runs to the end. */
public final class Tokenizer {
  private final String sql;
  private int position;

  private Tokenizer(String sql) {
    this.sql = sql;
  }

  /** The tokens in order, without comments. */
  public static List<Token> tokens(String sql) {
    return allTokens(sql).stream().filter(token -> token.kind() != Token.Kind.COMMENT).toList();
  }

  /** The tokens in order, comments among them. */
  public static List<Token> allTokens(String sql) {
    return new Tokenizer(sql).all();
  }

  /** The first tokens, without comments: who asks how a long statement begins need not read it. */
  public static List<Token> beginning(String sql, int count) {
    var tokenizer = new Tokenizer(sql);
    var tokens = new ArrayList<Token>();
    tokenizer.skipBlanks();
    while (tokens.size() < count && tokenizer.position < sql.length()) {
      Token token = tokenizer.next();
      if (token.kind() != Token.Kind.COMMENT) {
        tokens.add(token);
      }
    }
    return tokens;
  }

  private List<Token> all() {
    var tokens = new ArrayList<Token>();
    skipBlanks();
    while (position < sql.length()) {
      tokens.add(next());
    }
    return tokens;
  }

  private Token next() {
    int start = position;
    Token.Kind kind = read();
    var token = new Token(kind, sql.substring(start, position), start);
    skipBlanks();
    return token;
  }

  private void skipBlanks() {
    while (position < sql.length() && (sql.charAt(position) <= ' ' || at("\uFEFF"))) {
      position++;
    }
  }

  private Token.Kind read() {
    char first = sql.charAt(position);
    return switch (first) {
      case '\'' -> quoted('\'', Token.Kind.STRING);
      case '"', '`' -> quoted(first, Token.Kind.QUOTED);
      case '[' -> to("]", Token.Kind.QUOTED);
      case '-' -> at("--") ? line() : symbol();
      case '/' -> at("/*") ? comment() : symbol();
      case 'x', 'X' -> blobFollows() ? blob() : word();
      case '.' -> digitAt(position + 1) ? number() : symbol();
      default -> digitAt(position) ? number() : wordAt(position) ? word() : symbol();
    };
  }

  private Token.Kind quoted(char quote, Token.Kind kind) {
    position++;
    while (position < sql.length()) {
      if (sql.charAt(position++) != quote) {
        continue;
      }
      if (position == sql.length() || sql.charAt(position) != quote) {
        return kind;
      }
      position++;
    }
    return kind;
  }

  private Token.Kind to(String closing, Token.Kind kind) {
    int end = sql.indexOf(closing, position);
    position = end < 0 ? sql.length() : end + closing.length();
    return kind;
  }

  private Token.Kind line() {
    int end = sql.indexOf('\n', position);
    position = end < 0 ? sql.length() : end;
    return Token.Kind.COMMENT;
  }

  private Token.Kind comment() {
    position += 2;
    return to("*/", Token.Kind.COMMENT);
  }

  private boolean blobFollows() {
    return position + 1 < sql.length() && sql.charAt(position + 1) == '\'';
  }

  private Token.Kind blob() {
    position++;
    return quoted('\'', Token.Kind.BLOB);
  }

  private Token.Kind word() {
    while (wordAt(position)) {
      position++;
    }
    return Token.Kind.WORD;
  }

  private Token.Kind number() {
    while (wordAt(position) || at(".") || signOfExponent()) {
      position++;
    }
    return Token.Kind.NUMBER;
  }

  private boolean signOfExponent() {
    boolean sign = at("+") || at("-");
    boolean exponent = Character.toLowerCase(sql.charAt(position - 1)) == 'e';
    return sign && exponent && digitAt(position + 1);
  }

  private Token.Kind symbol() {
    position += at("||") || at("->") ? 2 : 1;
    return Token.Kind.SYMBOL;
  }

  private boolean at(String text) {
    return sql.startsWith(text, position);
  }

  private boolean digitAt(int index) {
    return index < sql.length() && sql.charAt(index) >= '0' && sql.charAt(index) <= '9';
  }

  private boolean wordAt(int index) {
    if (index >= sql.length()) {
      return false;
    }
    char letter = sql.charAt(index);
    return letter == '_' || letter == '$' || letter >= 0x80 || Character.isLetterOrDigit(letter);
  }
}
