package dev.whimbrel.kit.compare;

/**
 * Whether a name is of a pattern. Every table is asked about each of many patterns, so that none is
 * made into a regular expression for it.
 */
final class Wildcards {
  private final String pattern;
  private final String name;

  private Wildcards(String pattern, String name) {
    this.pattern = pattern;
    this.name = name;
  }

  /** Whether the name is of that form: {@code *} is any letters, {@code ?} is one. */
  static boolean fit(String pattern, String name) {
    return new Wildcards(pattern, name).fit();
  }

  /** What the last {@code *} stands for grows by a letter where the rest does not fit. */
  private boolean fit() {
    int place = 0;
    int letter = 0;
    int star = -1;
    int begin = 0;
    while (letter < name.length()) {
      if (isAt(place, '*')) {
        star = place++;
        begin = letter;
      } else if (isAt(place, '?')) {
        place++;
        letter += Character.charCount(name.codePointAt(letter));
      } else if (isAt(place, name.charAt(letter))) {
        place++;
        letter++;
      } else if (star < 0) {
        return false;
      } else {
        place = star + 1;
        letter = ++begin;
      }
    }
    return pattern.substring(place).chars().allMatch(rest -> rest == '*');
  }

  private boolean isAt(int place, char sign) {
    return place < pattern.length() && pattern.charAt(place) == sign;
  }
}
