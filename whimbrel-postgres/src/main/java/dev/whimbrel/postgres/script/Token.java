package dev.whimbrel.postgres.script;

import java.util.Locale;

/**
 * One token of a script.
 *
 * @param text as it stands there, quotes included
 * @param start where it begins, counted from 0
 */
public record Token(Kind kind, String text, int start) {
  /** What a token is. */
  public enum Kind {
    /** A keyword or a name without quotes. */
    WORD,
    /** A name in quotes. */
    QUOTED,
    STRING,
    SYMBOL,
    COMMENT,
    /** Drizzle's mark between two statements. */
    BREAKPOINT,
    /** A command of psql, which is a line of its own. */
    COMMAND
  }

  int end() {
    return start + text.length();
  }

  /** Whether it is this keyword or symbol; keywords are given in lower case. */
  public boolean is(String word) {
    return switch (kind) {
      case WORD -> text.equalsIgnoreCase(word);
      case SYMBOL -> text.equals(word);
      case QUOTED, STRING, COMMENT, BREAKPOINT, COMMAND -> false;
    };
  }

  /** The name or the value that it stands for, as the server would read it. */
  public String value() {
    return switch (kind) {
      case WORD -> text.toLowerCase(Locale.ROOT);
      case QUOTED -> inner().replace("\"\"", "\"");
      case STRING -> inner().replace("''", "'");
      case SYMBOL, COMMENT, BREAKPOINT, COMMAND -> text;
    };
  }

  private String inner() {
    int open = text.indexOf(kind == Kind.QUOTED ? '"' : '\'');
    return text.length() > open + 1 ? text.substring(open + 1, text.length() - 1) : "";
  }
}
