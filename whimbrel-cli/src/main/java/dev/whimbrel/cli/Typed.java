package dev.whimbrel.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was typed, taken apart.
 *
 * @param values what stood behind each option, by its name; nothing behind a flag
 * @param words what stood there without a dash
 */
record Typed(Map<String, List<String>> values, List<String> words) {
  Typed {
    values = new TreeMap<>(values);
    words = List.copyOf(words);
  }

  boolean has(String option) {
    return values.containsKey(option);
  }

  /** The values of an option; none if it is not there. */
  List<String> texts(String option) {
    return values.getOrDefault(option, List.of());
  }

  Optional<String> text(String option) {
    return texts(option).stream().findFirst();
  }
}
