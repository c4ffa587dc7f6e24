package dev.whimbrel.schema.dsl;

import java.util.Arrays;

/** A text as Java source spells it; with line breaks in it, as a text block. */
public record JavaLiteral(String text) {
  private static final String QUOTES = "\"\"\"";

  @Override
  public String toString() {
    return text.contains("\n") && !text.isBlank() ? block() : "\"" + escaped(text) + "\"";
  }

  /** The closing quotes fix the margin where the lines themselves would move it. */
  private String block() {
    var block = new StringBuilder(QUOTES).append('\n');
    String[] lines = text.split("\n", -1);
    boolean margin = Arrays.stream(lines).anyMatch(line -> !line.isBlank() && !startsBlank(line));
    for (int i = 0; i < lines.length; i++) {
      block.append(line(lines[i])).append(i < lines.length - 1 ? "\n" : "");
    }
    return block.append(margin ? "" : "\\\n").append(QUOTES).toString();
  }

  private static boolean startsBlank(String line) {
    return Character.isWhitespace(line.charAt(0));
  }

  private static String line(String line) {
    String escaped = escaped(line).replace("\\\"", "\"").replace(QUOTES, "\\\"\\\"\\\"");
    String inner =
        escaped.endsWith("\"") ? escaped.substring(0, escaped.length() - 1) + "\\\"" : escaped;
    return inner.endsWith(" ") ? inner.substring(0, inner.length() - 1) + "\\s" : inner;
  }

  private static String escaped(String text) {
    var escaped = new StringBuilder();
    text.codePoints().forEach(each -> escaped.append(escape(each)));
    return escaped.toString();
  }

  private static String escape(int character) {
    return switch (character) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default ->
          Character.isISOControl(character) || character == 0xFEFF || isLoneSurrogate(character)
              ? "\\u%04x".formatted(character)
              : Character.toString(character);
    };
  }

  private static boolean isLoneSurrogate(int character) {
    return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
  }
}
