package dev.whimbrel.migrate.json;

import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;

/** Writes JSON as JavaScript's own printer does with two blanks a level. */
final class JsonWriting {
  private final StringBuilder out = new StringBuilder();
  private int depth;

  String text(Json value) {
    write(value);
    return out.toString();
  }

  private void write(Json value) {
    switch (value) {
      case Json.Text(var text) -> quote(text);
      case Json.Numeral(var digits) -> out.append(digits);
      case Json.Truth(var truth) -> out.append(truth);
      case Json.Nothing() -> out.append("null");
      case Json.Items(var list) -> parts('[', list, this::write, ']');
      case Json.Members(var map) -> parts('{', map.entrySet(), this::member, '}');
    }
  }

  private void member(Map.Entry<String, Json> member) {
    quote(member.getKey());
    out.append(": ");
    write(member.getValue());
  }

  private <T> void parts(char open, Collection<T> parts, Consumer<T> write, char close) {
    out.append(open);
    depth++;
    boolean first = true;
    for (T part : parts) {
      out.append(first ? "" : ",");
      first = false;
      line();
      write.accept(part);
    }
    depth--;
    if (!parts.isEmpty()) {
      line();
    }
    out.append(close);
  }

  private void line() {
    out.append('\n').repeat("  ", depth);
  }

  private void quote(String text) {
    out.append('"');
    text.chars().forEach(this::character);
    out.append('"');
  }

  private void character(int letter) {
    switch (letter) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\t' -> out.append("\\t");
      case '\r' -> out.append("\\r");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      default -> {
        if (letter < ' ') {
          out.append("\\u%04x".formatted(letter));
        } else {
          out.append((char) letter);
        }
      }
    }
  }
}
