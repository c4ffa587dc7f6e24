package dev.whimbrel.review.naming;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A way to write names of several words. */
public enum NameCase {
  SNAKE_CASE("[a-z][a-z0-9]*(_[a-z0-9]+)*"),
  PLURAL_SNAKE_CASE("[a-z][a-z0-9]*(_[a-z0-9]+)*"),
  CAMEL_CASE("[a-z][a-zA-Z0-9]*"),
  PASCAL_CASE("[A-Z][a-zA-Z0-9]*"),
  OFF(".*");

  /** Words that stand for many things without an s at their end. */
  private static final Set<String> MANY =
      Set.of(
          "children",
          "criteria",
          "data",
          "equipment",
          "feedback",
          "history",
          "indices",
          "information",
          "inventory",
          "media",
          "metadata",
          "money",
          "people",
          "staff");

  private final Pattern pattern;

  NameCase(String pattern) {
    this.pattern = Pattern.compile(pattern);
  }

  public boolean holds(String name) {
    return pattern.matcher(name).matches() && (this != PLURAL_SNAKE_CASE || isPlural(name));
  }

  private static boolean isPlural(String name) {
    String last = name.substring(name.lastIndexOf('_') + 1);
    return (last.endsWith("s") && !last.endsWith("ss")) || MANY.contains(last);
  }

  /** As configuration writes it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<NameCase> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(NameCase::word).toList();
  }
}
