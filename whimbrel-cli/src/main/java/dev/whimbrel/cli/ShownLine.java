package dev.whimbrel.cli;

/**
 * A line as a terminal shows it, with a place in it: tabs are blanks, control characters cannot do
 * anything, and of a very long line there is only what is around the place.
 *
 * @param before how many cells of the terminal are in front of the place
 * @param marks how many cells the place has
 */
record ShownLine(String text, int before, int marks) {
  private static final int WIDEST = 120;
  private static final int AROUND = 30;
  private static final int TAB = 4;
  private static final String MORE = "…";

  /** The line with the place from one character up to another. */
  static ShownLine of(String line, int from, int to) {
    String text = plain(line);
    int before = cells(plain(line.substring(0, from)));
    int end = cells(plain(line.substring(0, to)));
    return cells(text) <= WIDEST
        ? new ShownLine(text, before, Math.max(1, end - before))
        : cut(text, before, end);
  }

  private static ShownLine cut(String text, int before, int end) {
    int start = Math.max(0, Math.min(before - AROUND, cells(text) - WIDEST));
    int first = index(text, start);
    int last = index(text, start + WIDEST);
    int lead = first == 0 ? 0 : 1;
    int skipped = cells(text.substring(0, first));
    int marked = Math.min(end, cells(text.substring(0, last)));
    return new ShownLine(
        MORE.repeat(lead) + text.substring(first, last) + (last < text.length() ? MORE : ""),
        before - skipped + lead,
        Math.max(1, marked - before));
  }

  /** The first character behind so many cells. */
  private static int index(String text, int cells) {
    int at = 0;
    for (int gone = 0; at < text.length() && gone < cells; ) {
      gone += width(text.codePointAt(at));
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  private static String plain(String line) {
    var text = new StringBuilder();
    line.codePoints()
        .forEach(each -> {
          if (each == '\t') {
            text.append(" ".repeat(TAB - cells(text.toString()) % TAB));
          } else {
            text.appendCodePoint(Character.isISOControl(each) ? '\ufffd' : each);
          }
        });
    return text.toString();
  }

  private static int cells(String text) {
    return text.codePoints().map(ShownLine::width).sum();
  }

  private static int width(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(codePoint) ? 2 : 1;
    };
  }

  /** Letters of East Asia and pictures. */
  private static boolean isWide(int codePoint) {
    return (codePoint >= 0x1100 && codePoint <= 0x115f)
        || (codePoint >= 0x2e80 && codePoint <= 0xa4cf)
        || (codePoint >= 0xac00 && codePoint <= 0xd7a3)
        || (codePoint >= 0xf900 && codePoint <= 0xfaff)
        || (codePoint >= 0xfe30 && codePoint <= 0xfe6f)
        || (codePoint >= 0xff00 && codePoint <= 0xff60)
        || (codePoint >= 0x1f300 && codePoint <= 0x1faff)
        || (codePoint >= 0x20000 && codePoint <= 0x3fffd);
  }
}
