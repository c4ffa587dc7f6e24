package dev.whimbrel.testkit.notation;

import dev.whimbrel.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line of the notation, read from left to right. */
final class Words {
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");
  private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"]|\"\")*)\"", Pattern.DOTALL);

  private final String line;
  private int at;

  Words(String line) {
    this.line = line;
  }

  /** Whether the words come next; then they are taken. */
  boolean accept(String words) {
    if (!comes(words)) {
      return false;
    }
    at += words.length();
    skipBlanks();
    return true;
  }

  /** Whether the words come next, and do not go on as a longer word. */
  boolean comes(String words) {
    if (!line.startsWith(words, at)) {
      return false;
    }
    int end = at + words.length();
    return end == line.length()
        || !Character.isLetterOrDigit(words.charAt(words.length() - 1))
        || !Character.isJavaIdentifierPart(line.charAt(end));
  }

  void expect(String words) {
    if (!accept(words)) {
      throw wrong("\"" + words + "\" should stand here");
    }
  }

  String name() {
    return find(QUOTED)
        .map(match -> match.group(1).replace("\"\"", "\""))
        .or(() -> find(PLAIN).map(Matcher::group))
        .orElseThrow(() -> wrong("a name should stand here"));
  }

  /** A name if one comes that is no opening bracket; otherwise the empty name. */
  String nameOrNone() {
    return comes("(") || atEnd() ? "" : name();
  }

  ObjectName objectName() {
    String first = name();
    return accept(".") ? new ObjectName(first, name()) : ObjectName.of(first);
  }

  /** What stands in the next brackets, which may hold others. */
  String inBrackets() {
    if (!comes("(")) {
      throw wrong("an opening bracket should stand here");
    }
    int close = new Brackets(line).closing(at);
    if (close < 0) {
      throw wrong("this bracket is not closed");
    }
    String inside = line.substring(at + 1, close);
    at = close + 1;
    skipBlanks();
    return inside;
  }

  /** A list in brackets: {@code (a, b)}. */
  <T> List<T> list(Supplier<T> element) {
    expect("(");
    var list = new ArrayList<T>();
    while (!accept(")")) {
      list.add(element.get());
      if (!comes(")")) {
        expect(",");
      }
    }
    return list;
  }

  List<String> names() {
    return list(this::name);
  }

  long number() {
    return find(Pattern.compile("-?\\d+"))
        .map(match -> Long.parseLong(match.group()))
        .orElseThrow(() -> wrong("a number should stand here"));
  }

  /** All that is left. */
  String rest() {
    String rest = line.substring(at);
    at = line.length();
    return rest;
  }

  boolean atEnd() {
    return at == line.length();
  }

  /** The value, if nothing is left of the line. */
  <T> T end(T value) {
    if (!atEnd()) {
      throw wrong("this is more than was expected");
    }
    return value;
  }

  Optional<Matcher> find(Pattern pattern) {
    Matcher matcher = pattern.matcher(line).region(at, line.length());
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    at = matcher.end();
    skipBlanks();
    return Optional.of(matcher);
  }

  NotationException wrong(String what) {
    return new NotationException(
        "In the line\n  %s\n  %s^\n%s.".formatted(line, " ".repeat(at), what));
  }

  private void skipBlanks() {
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
  }
}
