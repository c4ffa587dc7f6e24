package dev.whimbrel.testkit.notation;

/** Finds its way among the brackets and quotes of a text. */
record Brackets(String text) {
  /** Where the bracket closes that opens here; -1 if it does not. */
  int closing(int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '(' -> depth++;
        case ')' -> depth--;
        case '\'', '"' -> i = closingQuote(i);
        default -> {}
      }
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private int closingQuote(int open) {
    int close = text.indexOf(text.charAt(open), open + 1);
    return close < 0 ? text.length() : close;
  }
}
