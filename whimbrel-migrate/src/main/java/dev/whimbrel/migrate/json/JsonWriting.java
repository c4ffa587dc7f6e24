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
      case Json.Text(var text) -> out.append(JsonQuote.of(text));
      case Json.Numeral(var digits) -> out.append(digits);
      case Json.Truth(var truth) -> out.append(truth);
      case Json.Nothing() -> out.append("null");
      case Json.Items(var list) -> parts('[', list, this::write, ']');
      case Json.Members(var map) -> parts('{', map.entrySet(), this::member, '}');
    }
  }

  private void member(Map.Entry<String, Json> member) {
    out.append(JsonQuote.of(member.getKey()));
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
}
