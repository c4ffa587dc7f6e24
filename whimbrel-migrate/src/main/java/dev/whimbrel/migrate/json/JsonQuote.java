package dev.whimbrel.migrate.json;

/** A text as JSON writes it: in quotes, with escapes for what may not stand there as it is. */
public final class JsonQuote {
  private final StringBuilder out = new StringBuilder();

  private JsonQuote() {}

  public static String of(String text) {
    var quote = new JsonQuote();
    text.chars().forEach(quote::character);
    return "\"" + quote.out + "\"";
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
