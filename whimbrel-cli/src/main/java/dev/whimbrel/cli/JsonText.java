package dev.whimbrel.cli;

import dev.whimbrel.migrate.json.JsonQuote;
import java.util.List;
import java.util.Map;

/** Writes an answer as JSON; so small that no library has to be loaded for it. */
final class JsonText {
  private final StringBuilder out = new StringBuilder();

  static String of(Object value) {
    var text = new JsonText();
    text.write(value);
    return text.out.toString();
  }

  private void write(Object value) {
    switch (value) {
      case Map<?, ?> map -> members(map);
      case List<?> list -> items(list);
      case Number number -> out.append(number);
      case Boolean truth -> out.append(truth);
      default -> out.append(JsonQuote.of(value.toString()));
    }
  }

  private void members(Map<?, ?> map) {
    String separator = "{";
    for (var member : map.entrySet()) {
      out.append(separator);
      out.append(JsonQuote.of(String.valueOf(member.getKey())));
      out.append(": ");
      write(member.getValue());
      separator = ", ";
    }
    out.append(map.isEmpty() ? "{}" : "}");
  }

  private void items(List<?> list) {
    String separator = "[";
    for (Object item : list) {
      out.append(separator);
      write(item);
      separator = ", ";
    }
    out.append(list.isEmpty() ? "[]" : "]");
  }
}
