package dev.whimbrel.migrate.layout;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Compares names so that 2 comes before 10; equal numbers go by their letters. */
final class NaturalOrder implements Comparator<String> {
  private static final Pattern PART = Pattern.compile("[0-9]+|[^0-9]+");

  @Override
  public int compare(String one, String other) {
    var ours = PART.matcher(one).results().map(MatchResult::group).toList();
    var theirs = PART.matcher(other).results().map(MatchResult::group).toList();
    for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
      int order = part(ours.get(i), theirs.get(i));
      if (order != 0) {
        return order;
      }
    }
    int order = Integer.compare(ours.size(), theirs.size());
    return order != 0 ? order : one.compareTo(other);
  }

  private static int part(String one, String other) {
    return isNumber(one) && isNumber(other)
        ? new BigInteger(one).compareTo(new BigInteger(other))
        : one.compareTo(other);
  }

  private static boolean isNumber(String part) {
    return Character.isDigit(part.charAt(0));
  }
}
