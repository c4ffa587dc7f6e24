package dev.whimbrel.kit.source;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/** Gives out Java names for names of a database: valid ones, and each only once. */
final class JavaIdentifiers {
  private final Set<String> taken = new HashSet<>();

  JavaIdentifiers(Set<String> reserved) {
    reserved.forEach(this::take);
  }

  /** A class: {@code user_profiles} is {@code UserProfiles}. Only ASCII, as files are named so. */
  String type(String name, String suffix) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("[^\\x00-\\x7F]", "");
    return free(camel(plain), suffix);
  }

  /** A field: {@code created_at} is {@code createdAt}. */
  String field(String name) {
    String camel = camel(name);
    String start = camel.isEmpty() ? "" : camel.substring(0, camel.offsetByCodePoints(0, 1));
    return free(start.toLowerCase(Locale.ROOT) + camel.substring(start.length()), "Column");
  }

  /** A constant: the label itself where Java allows it. */
  String constant(String label) {
    return SourceVersion.isName(label) && !label.contains(".") && !label.contains("$")
        ? free(label, "_")
        : free(String.join("_", words(label)).toUpperCase(Locale.ROOT), "LABEL");
  }

  private String free(String name, String suffix) {
    String valid = SourceVersion.isName(name) ? name : made(name, suffix);
    String free = taken(valid) ? valid + suffix : valid;
    for (int i = 2; taken(free); i++) {
      free = valid + i;
    }
    take(free);
    return free;
  }

  /** A keyword, a name that begins with a digit, or nothing at all. */
  private static String made(String name, String suffix) {
    return SourceVersion.isKeyword(name)
        ? name + suffix
        : suffix.toLowerCase(Locale.ROOT).charAt(0) == '_' ? "_" + name : suffix + name;
  }

  /** File systems that do not tell upper from lower case must not mix two classes up. */
  private boolean taken(String name) {
    return taken.contains(name.toLowerCase(Locale.ROOT));
  }

  private void take(String name) {
    taken.add(name.toLowerCase(Locale.ROOT));
  }

  private static String camel(String name) {
    String calm = name.equals(name.toUpperCase(Locale.ROOT)) ? name.toLowerCase(Locale.ROOT) : name;
    return words(calm).stream()
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }

  private static List<String> words(String name) {
    return Arrays.stream(name.split("[^\\p{L}\\p{Nd}]+")).filter(word -> !word.isEmpty()).toList();
  }
}
