package dev.whimbrel.review.sql;

import java.util.Locale;

/** One token of SQL: its kind, its text as it stands there, and where it begins. */
record Token(Kind kind, String text, int start) {
  /** What a token can be. */
  enum Kind {
    WORD,
    QUOTED,
    STRING,
    NUMBER,
    SYMBOL
  }

  int end() {
    return start + text.length();
  }

  boolean is(String word) {
    return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equalsIgnoreCase(word);
  }

  boolean isName() {
    return kind == Kind.WORD || kind == Kind.QUOTED;
  }

  /** The name it stands for: in small letters unless it is in quotes. */
  String name() {
    return switch (kind) {
      case WORD -> text.toLowerCase(Locale.ROOT);
      case QUOTED, STRING -> inner();
      case NUMBER, SYMBOL -> text;
    };
  }

  private String inner() {
    String quote = text.substring(0, 1);
    boolean closed = text.length() > 1 && text.endsWith(quote);
    return text.substring(1, text.length() - (closed ? 1 : 0)).replace(quote + quote, quote);
  }
}
