package dev.whimbrel.kit.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** For which tables SQL is generated that lets others read and write meanwhile. */
public enum Online {
  /** For those that are known to be large. */
  AUTO,
  /** For all that are there already. */
  ALWAYS,
  /** For none: each migration is one transaction. */
  NEVER;

  public static Optional<Online> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(Online::word).toList();
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
