package dev.whimbrel.sqlite.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tokens of a statement, read from left to right. */
final class Tokens {
  private static final Token END = new Token(Token.Kind.COMMENT, "", 0);

  private final String sql;
  private final List<Token> tokens;
  private int next;

  Tokens(String sql) {
    this.sql = sql;
    this.tokens = Tokenizer.tokens(sql);
  }

  Token peek() {
    return next < tokens.size() ? tokens.get(next) : END;
  }

  boolean done() {
    return next >= tokens.size();
  }

  boolean at(String word) {
    return peek().is(word);
  }

  boolean atAny(List<String> words) {
    return words.stream().anyMatch(this::at);
  }

  Token take() {
    if (done()) {
      throw new UnreadableException("it ends too early");
    }
    return tokens.get(next++);
  }

  /** Goes past these words if they all stand here. */
  boolean accept(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (next + i >= tokens.size() || !tokens.get(next + i).is(words[i])) {
        return false;
      }
    }
    next += words.length;
    return true;
  }

  void expect(String... words) {
    if (!accept(words)) {
      throw new UnreadableException("no " + String.join(" ", words) + " before " + peek().text());
    }
  }

  void expectEnd() {
    if (!done()) {
      throw new UnreadableException("unexpected " + peek().text());
    }
  }

  String name() {
    Token token = take();
    if (!token.isName()) {
      throw new UnreadableException("no name: " + token.text());
    }
    return token.name();
  }

  /** A name that may follow the name of its database. */
  String qualifiedName() {
    String name = name();
    return accept(".") ? name() : name;
  }

  /** Names in parentheses; empty if anything else stands there, such as a collation. */
  Optional<List<String>> names() {
    int start = next;
    var names = new ArrayList<String>();
    expect("(");
    do {
      names.add(name());
    } while (accept(","));
    if (accept(")")) {
      return Optional.of(List.copyOf(names));
    }
    next = start;
    return Optional.empty();
  }

  /** The text between parentheses that belong together. */
  String parenthesised() {
    expect("(");
    int first = next;
    skipTo(")");
    String inner = text(first);
    expect(")");
    return inner;
  }

  /** Goes to the first of these symbols that is not within parentheses. */
  void skipTo(String... closing) {
    int depth = 0;
    while (depth > 0 || !atAny(List.of(closing))) {
      Token token = take();
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
    }
  }

  int mark() {
    return next;
  }

  /** The text from a mark to here. */
  String text(int mark) {
    return next == mark ? "" : sql.substring(tokens.get(mark).start(), tokens.get(next - 1).end());
  }

  /** The text from here to the end. */
  String rest() {
    int mark = next;
    next = tokens.size();
    return text(mark);
  }
}
