package dev.whimbrel.sqlite.parse;

import java.util.Locale;

/**
 * One token of SQL text.
 *
 * @param text as it stands there, quotes included
 * @param start where it begins, counted from 0
 */
public record Token(Kind kind, String text, int start) {
  /** What a token is. */
  public enum Kind {
    /** A keyword or a name without quotes. */
    WORD,
    /** A name in double quotes, backticks or brackets. */
    QUOTED,
    STRING,
    BLOB,
    NUMBER,
    SYMBOL,
    COMMENT
  }

  public int end() {
    return start + text.length();
  }

  /** Whether it is this keyword or symbol, in whichever case. */
  public boolean is(String word) {
    return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equalsIgnoreCase(word);
  }

  /** Whether it can be a name; SQLite takes a string for one as well. */
  public boolean isName() {
    return kind == Kind.WORD || kind == Kind.QUOTED || kind == Kind.STRING;
  }

  /** The name that it stands for, without quotes. */
  public String name() {
    return switch (kind) {
      case QUOTED, STRING -> unquoted();
      case WORD, BLOB, NUMBER, SYMBOL, COMMENT -> text;
    };
  }

  /** The name in lower case, by which SQLite finds things. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  private String unquoted() {
    char open = text.charAt(0);
    String quote = String.valueOf(open);
    boolean closed =
        text.length() > 1 && text.charAt(text.length() - 1) == (open == '[' ? ']' : open);
    String inner = text.substring(1, closed ? text.length() - 1 : text.length());
    return open == '[' ? inner : inner.replace(quote + quote, quote);
  }
}
