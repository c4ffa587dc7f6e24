package dev.whimbrel.review.forecast;

import java.util.Locale;

/**
 * Between how much and how much time something takes.
 *
 * @param least in seconds
 * @param most in seconds
 */
public record Range(double least, double most) {
  /** What the catalogue alone has to be changed for. */
  public static final Range MOMENT = new Range(0.001, 0.05);

  public Range plus(Range other) {
    return new Range(least + other.least, most + other.most);
  }

  /** Both ends rounded to what a person wants to know: {@code 3 to 40 s}. */
  @Override
  public String toString() {
    if (most < 0.1) {
      return "a moment";
    }
    String first = rounded(least);
    String last = rounded(most);
    return first.equals(last) ? first : first + " to " + last;
  }

  private static String rounded(double seconds) {
    if (seconds < 0.095) {
      return "0 s";
    }
    if (seconds < 10) {
      return String.format(Locale.ROOT, "%.1f s", seconds).replace(".0 s", " s");
    }
    return seconds < 120
        ? Math.round(seconds) + " s"
        : seconds < 7200 ? Math.round(seconds / 60) + " min" : Math.round(seconds / 3600) + " h";
  }
}
