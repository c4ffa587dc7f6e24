package dev.whimbrel.review.sql;

import dev.whimbrel.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tokens of a statement, read from left to right; past the end nothing more comes. */
final class Words {
  private static final Token END = new Token(Token.Kind.SYMBOL, "", 0);

  private final String sql;
  private final List<Token> tokens;
  private int next;

  Words(String sql) {
    this(sql, new Lexer(sql).tokens());
  }

  private Words(String sql, List<Token> tokens) {
    this.sql = sql;
    this.tokens = tokens;
  }

  boolean done() {
    return next >= tokens.size();
  }

  Token peek() {
    return done() ? END : tokens.get(next);
  }

  Token take() {
    return done() ? END : tokens.get(next++);
  }

  boolean at(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (next + i >= tokens.size() || !tokens.get(next + i).is(words[i])) {
        return false;
      }
    }
    return true;
  }

  /** Goes past these words if they stand here. */
  boolean accept(String... words) {
    boolean here = at(words);
    next += here ? words.length : 0;
    return here;
  }

  /** Goes past one of these words; gives it, or nothing. */
  String acceptAny(String... words) {
    for (String word : words) {
      if (accept(word)) {
        return word;
      }
    }
    return "";
  }

  /** Whether these words stand anywhere from here on, outside of parentheses. */
  boolean ahead(String... words) {
    int mark = next;
    boolean found = false;
    while (!done() && !found) {
      found = at(words);
      skipOne();
    }
    next = mark;
    return found;
  }

  String name() {
    return take().name();
  }

  /** A name, with its namespace if it has one. */
  ObjectName qualified() {
    String name = name();
    String namespace = "";
    while (accept(".")) {
      namespace = name;
      name = name();
    }
    String shown = name.isEmpty() ? "?" : name;
    return namespace.isEmpty() || namespace.equals("public")
        ? ObjectName.of(shown)
        : new ObjectName(namespace, shown);
  }

  /** Names with commas between them. */
  List<ObjectName> names() {
    var names = new ArrayList<ObjectName>();
    do {
      accept("only");
      names.add(qualified());
      accept("*");
    } while (accept(","));
    return names;
  }

  /** Goes past a token, or past what stands between parentheses that belong together. */
  void skipOne() {
    int depth = 0;
    do {
      Token token = take();
      depth += token.is("(") || token.is("[") ? 1 : token.is(")") || token.is("]") ? -1 : 0;
    } while (depth > 0 && !done());
  }

  /** What stands between parentheses here, parted at its commas; nothing if there are none. */
  List<Words> parenthesised() {
    if (!at("(")) {
      return List.of();
    }
    int open = next;
    skipOne();
    int close = next - (tokens.get(next - 1).is(")") ? 1 : 0);
    return new Words(sql, tokens.subList(open + 1, Math.max(open + 1, close))).parts();
  }

  /** The rest, parted at its commas. */
  List<Words> parts() {
    var parts = new ArrayList<Words>();
    int start = next;
    while (!done()) {
      if (at(",")) {
        parts.add(new Words(sql, tokens.subList(start, next)));
        start = next + 1;
      }
      skipOne();
    }
    if (start < tokens.size()) {
      parts.add(new Words(sql, tokens.subList(start, tokens.size())));
    }
    return parts;
  }

  int mark() {
    return next;
  }

  void back(int mark) {
    next = mark;
  }

  /** The text from a mark up to here. */
  String text(int mark) {
    return next <= mark || mark >= tokens.size()
        ? ""
        : sql.substring(tokens.get(mark).start(), tokens.get(next - 1).end());
  }

  /** The words from here on, in small letters with one blank between them. */
  String rest() {
    var text = new StringBuilder();
    while (!done()) {
      text.append(text.isEmpty() ? "" : " ").append(take().text().toLowerCase(Locale.ROOT));
    }
    return text.toString();
  }

  /** Where all of it stands. */
  Span span() {
    return tokens.isEmpty()
        ? new Span(0, 0)
        : new Span(tokens.getFirst().start(), tokens.getLast().end());
  }

  List<Token> all() {
    return tokens;
  }
}
