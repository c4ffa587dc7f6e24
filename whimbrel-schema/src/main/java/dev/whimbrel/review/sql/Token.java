package dev.whimbrel.review.sql;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  private static final Pattern ESCAPE = Pattern.compile("\\\\(\\+[0-9a-fA-F]{6}|[0-9a-fA-F]{4})");

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
    boolean unicode = kind == Kind.QUOTED && (text.charAt(0) == 'u' || text.charAt(0) == 'U');
    return unicode ? spelledOut(unquoted(text.substring(2))) : unquoted(text);
  }

  /** A backslash and four digits stand for a letter, with a plus in front six. */
  private static String spelledOut(String name) {
    return ESCAPE
        .matcher(name)
        .replaceAll(found -> Matcher.quoteReplacement(letter(found.group())));
  }

  private static String letter(String escape) {
    int number = Integer.parseInt(escape.replaceAll("[\\\\+]", ""), 16);
    return Character.isValidCodePoint(number) ? Character.toString(number) : escape;
  }

  private static String unquoted(String text) {
    String quote = text.substring(0, 1);
    boolean closed = text.length() > 1 && text.endsWith(quote);
    return text.substring(1, text.length() - (closed ? 1 : 0)).replace(quote + quote, quote);
  }
}
