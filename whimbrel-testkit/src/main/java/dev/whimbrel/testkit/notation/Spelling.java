package dev.whimbrel.testkit.notation;

import dev.whimbrel.schema.ObjectName;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How names are spelled: in quotes where they could be taken for something else. */
final class Spelling {
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");
  private static final Set<String> TAKEN =
      Set.of(
          "primary",
          "unique",
          "check",
          "foreign",
          "index",
          "constraint",
          "of",
          "as",
          "using",
          "where",
          "include",
          "nulls",
          "with",
          "references",
          "options",
          "desc",
          "collate",
          "ops");

  private Spelling() {}

  static String name(String name) {
    return PLAIN.matcher(name).matches() && !TAKEN.contains(name)
        ? name
        : "\"" + name.replace("\"", "\"\"") + "\"";
  }

  static String name(ObjectName name) {
    return name.namespace().isEmpty()
        ? name(name.name())
        : name(name.namespace()) + "." + name(name.name());
  }

  static String names(Collection<String> names) {
    return names.stream().map(Spelling::name).collect(Collectors.joining(", ", "(", ")"));
  }

  static String objectNames(Collection<ObjectName> names) {
    return names.stream().sorted().map(Spelling::name).collect(Collectors.joining(", ", "(", ")"));
  }

  /** The name with a blank before it, or nothing. */
  static String optional(String name) {
    return name.isEmpty() ? "" : " " + name(name);
  }
}
