package dev.whimbrel.migrate.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One way through a text of JSON. */
final class JsonReading {
  private static final int DEPTH = 200;
  private static final Pattern NUMERAL =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?");

  private final String text;
  private int at;
  private int depth;

  JsonReading(String text) {
    this.text = text;
  }

  Json whole() {
    Json value = value();
    blank();
    if (at < text.length()) {
      throw broken("something follows the end");
    }
    return value;
  }

  private Json value() {
    blank();
    return switch (peek()) {
      case '{' -> deeper(this::members);
      case '[' -> deeper(this::items);
      case '"' -> new Json.Text(string());
      case 't' -> word("true", new Json.Truth(true));
      case 'f' -> word("false", new Json.Truth(false));
      case 'n' -> word("null", new Json.Nothing());
      default -> numeral();
    };
  }

  private Json deeper(Supplier<Json> part) {
    if (++depth > DEPTH) {
      throw broken("it goes too deep");
    }
    at++;
    Json value = part.get();
    depth--;
    return value;
  }

  private Json members() {
    var map = new LinkedHashMap<String, Json>();
    while (!isClosed('}', map.isEmpty())) {
      blank();
      if (peek() != '"') {
        throw broken("a name in quotes is expected");
      }
      String key = string();
      blank();
      expect(':');
      if (map.put(key, value()) != null) {
        throw broken("\"" + key + "\" is there twice");
      }
    }
    return new Json.Members(map);
  }

  private Json items() {
    var list = new ArrayList<Json>();
    while (!isClosed(']', list.isEmpty())) {
      list.add(value());
    }
    return new Json.Items(list);
  }

  /** Goes over the closing bracket, or over the comma that a further part needs. */
  private boolean isClosed(char close, boolean first) {
    blank();
    if (peek() == close) {
      at++;
      return true;
    }
    if (!first) {
      expect(',');
    }
    return false;
  }

  private Json word(String word, Json value) {
    if (!text.startsWith(word, at)) {
      throw broken("a value is expected");
    }
    at += word.length();
    return value;
  }

  private Json numeral() {
    Matcher digits = NUMERAL.matcher(text).region(at, text.length());
    if (!digits.lookingAt()) {
      throw broken("a value is expected");
    }
    at = digits.end();
    return new Json.Numeral(digits.group());
  }

  private String string() {
    var value = new StringBuilder();
    at++;
    for (char c = next(); c != '"'; c = next()) {
      if (c < ' ') {
        throw broken("a text is not closed in its line");
      }
      value.append(c == '\\' ? escaped() : c);
    }
    return value.toString();
  }

  private char escaped() {
    char c = next();
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw broken("there is no \\" + c);
    };
  }

  private char unicode() {
    int end = at + 4;
    if (end > text.length() || !text.substring(at, end).matches("[0-9a-fA-F]{4}")) {
      throw broken("four digits are expected");
    }
    at = end;
    return (char) Integer.parseInt(text.substring(end - 4, end), 16);
  }

  private void blank() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() {
    if (at >= text.length()) {
      throw broken("it ends too early");
    }
    return text.charAt(at);
  }

  private char next() {
    char c = peek();
    at++;
    return c;
  }

  private void expect(char wanted) {
    if (peek() != wanted) {
      throw broken("\"" + wanted + "\" is expected");
    }
    at++;
  }

  private JsonException broken(String why) {
    String before = text.substring(0, Math.min(at, text.length()));
    long line = 1 + before.chars().filter(c -> c == '\n').count();
    return new JsonException("line %d: %s".formatted(line, why));
  }
}
