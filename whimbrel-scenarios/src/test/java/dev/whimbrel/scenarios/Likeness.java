package dev.whimbrel.scenarios;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a page says is printed. {@code …} stands for whatever is different each time, or too long to
 * show: within a line for any text, on a line of its own for any number of lines.
 */
record Likeness(List<String> lines) {
  private static final String ANYTHING = "…";

  Likeness {
    lines = List.copyOf(lines);
  }

  boolean fits(String actual) {
    String form = lines.stream().map(Likeness::line).collect(Collectors.joining());
    return Pattern.matches(form, end(actual)) || Pattern.matches(form, end(actual) + "\n");
  }

  private static String end(String text) {
    String stripped = text.stripTrailing();
    return stripped.isEmpty() ? "" : stripped + "\n";
  }

  private static String line(String expected) {
    if (expected.strip().equals(ANYTHING)) {
      return "(?:[^\\n]*\\n)*";
    }
    List<String> pieces = List.of(expected.stripTrailing().split(ANYTHING, -1));
    return pieces.stream().map(Pattern::quote).collect(Collectors.joining("[^\\n]*"))
        + "[ \\t]*\\n";
  }
}
