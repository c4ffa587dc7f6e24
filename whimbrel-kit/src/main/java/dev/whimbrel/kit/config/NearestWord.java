package dev.whimbrel.kit.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that was probably meant. */
public record NearestWord(Collection<String> known) {
  /** The likest of the known words, unless none is like it. */
  public Optional<String> to(String word) {
    return known.stream()
        .min(Comparator.comparingInt((String each) -> distance(each, word)))
        .filter(each -> distance(each, word) <= Math.max(2, word.length() / 3))
        .or(() -> known.stream().filter(each -> isBegun(each, word)).findFirst());
  }

  private static boolean isBegun(String whole, String word) {
    return word.length() > 2 && whole.startsWith(word);
  }

  /** How many letters have to be put in, left out or changed. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int i = 0; i <= other.length(); i++) {
      row[i] = i;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
