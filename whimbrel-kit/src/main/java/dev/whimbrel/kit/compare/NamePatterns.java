package dev.whimbrel.kit.compare;

import java.util.List;

/**
 * Patterns of names: {@code *} stands for any letters, {@code ?} for one, and what begins with
 * {@code !} is left out. Where only that is said, all else is in.
 */
public record NamePatterns(List<String> patterns) {
  private static final String NOT = "!";

  public NamePatterns {
    patterns = List.copyOf(patterns);
  }

  /** Any name. */
  public static NamePatterns any() {
    return new NamePatterns(List.of());
  }

  /** Whether a name is in. */
  public boolean matches(String name) {
    return matchesEither(name, name);
  }

  /** Whether a name is in that can be said in two ways. */
  public boolean matchesEither(String name, String other) {
    boolean wanted =
        patterns.stream().allMatch(NamePatterns::leavesOut)
            || patterns.stream()
                .filter(pattern -> !leavesOut(pattern))
                .anyMatch(pattern -> Wildcards.fit(pattern, name) || Wildcards.fit(pattern, other));
    return wanted
        && patterns.stream()
            .filter(NamePatterns::leavesOut)
            .map(pattern -> pattern.substring(NOT.length()))
            .noneMatch(pattern -> Wildcards.fit(pattern, name) || Wildcards.fit(pattern, other));
  }

  /** Whether a name is there in full. */
  public boolean names(String name) {
    return patterns.contains(name);
  }

  private static boolean leavesOut(String pattern) {
    return pattern.startsWith(NOT);
  }
}
