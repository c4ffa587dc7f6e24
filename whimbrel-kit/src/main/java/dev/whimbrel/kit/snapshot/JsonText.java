package dev.whimbrel.kit.snapshot;

import dev.whimbrel.migrate.json.JsonQuote;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Writes JSON so that version control shows a change as few lines: what stands deep, such as a
 * column, takes one line; what holds it takes one line for each part.
 */
final class JsonText {
  /** The file, its objects, an object, its columns: these are spread over lines. */
  private static final int SPREAD = 4;

  private final StringBuilder out = new StringBuilder();

  static String of(Json value) {
    var text = new JsonText();
    text.write(value, 0);
    return text.out.append('\n').toString();
  }

  private void write(Json value, int depth) {
    switch (value) {
      case Json.Text(var text) -> out.append(JsonQuote.of(text));
      case Json.Whole(var number) -> out.append(number);
      case Json.Truth(var truth) -> out.append(truth);
      case Json.Items(var list) -> {
        out.append('[');
        parts(list, depth, item -> write(item, depth + 1));
        out.append(']');
      }
      case Json.Members(var map, var place) -> {
        out.append('{');
        parts(map.entrySet(), depth, member -> member(member, depth + 1));
        out.append('}');
      }
    }
  }

  private void member(Map.Entry<String, Json> member, int depth) {
    out.append(JsonQuote.of(member.getKey()));
    out.append(": ");
    write(member.getValue(), depth);
  }

  private <T> void parts(Collection<T> parts, int depth, Consumer<T> write) {
    boolean spread = depth < SPREAD && !parts.isEmpty();
    boolean first = true;
    for (T part : parts) {
      out.append(first ? "" : spread ? "," : ", ");
      first = false;
      if (spread) {
        line(depth + 1);
      }
      write.accept(part);
    }
    if (spread) {
      line(depth);
    }
  }

  private void line(int depth) {
    out.append('\n').repeat("  ", depth);
  }
}
