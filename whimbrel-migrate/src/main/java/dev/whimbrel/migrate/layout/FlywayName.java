package dev.whimbrel.migrate.layout;

import static java.util.stream.Collectors.joining;

import dev.whimbrel.migrate.layout.FlywayName.Kind;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of one of Flyway's files says.
 *
 * @param version such as {@code 1.2}; empty if it has none
 */
public record FlywayName(Kind kind, String version, String description)
    implements Comparable<FlywayName> {
  private static final Pattern FORM =
      Pattern.compile("([VURB])([0-9]+(?:[._][0-9]+)*)?(?:__(.*))?");

  /** What a file is for. */
  public enum Kind {
    VERSIONED,
    REPEATABLE,
    UNDO,
    BASELINE
  }

  /** Reads a name without its ending; nothing if it is none of Flyway's. */
  public static Optional<FlywayName> of(String name) {
    Matcher parts = FORM.matcher(name);
    if (!parts.matches() || (parts.group(2) == null) != parts.group(1).equals("R")) {
      return Optional.empty();
    }
    return Optional.of(
        new FlywayName(
            kind(parts.group(1)),
            Optional.ofNullable(parts.group(2)).orElse("").replace('_', '.'),
            Optional.ofNullable(parts.group(3)).orElse("").replace('_', ' ')));
  }

  /** Whether both have one version, however it is spelled: 1 and 1.0 and 01 are one. */
  public boolean isSameVersion(String other) {
    return compare(version, other) == 0;
  }

  /** The version in its shortest form, {@code 1.2} for {@code 01.2.0}; empty if it has none. */
  String plainVersion() {
    var plain = new ArrayList<>(parts(version));
    while (plain.size() > 1 && plain.getLast().signum() == 0) {
      plain.removeLast();
    }
    return plain.stream().map(BigInteger::toString).collect(joining("."));
  }

  /** Those with versions by version, then the repeatable ones by description. */
  @Override
  public int compareTo(FlywayName other) {
    if ((kind == Kind.REPEATABLE) != (other.kind == Kind.REPEATABLE)) {
      return kind == Kind.REPEATABLE ? 1 : -1;
    }
    int order = compare(version, other.version);
    return order != 0 ? order : description.compareTo(other.description);
  }

  /** Compares two versions part by part. */
  public static int compare(String one, String other) {
    List<BigInteger> ours = parts(one);
    List<BigInteger> theirs = parts(other);
    for (int i = 0; i < Math.max(ours.size(), theirs.size()); i++) {
      int order = part(ours, i).compareTo(part(theirs, i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static BigInteger part(List<BigInteger> parts, int place) {
    return place < parts.size() ? parts.get(place) : BigInteger.ZERO;
  }

  private static List<BigInteger> parts(String version) {
    return version.isEmpty()
        ? List.of()
        : Arrays.stream(version.split("[._]")).map(BigInteger::new).toList();
  }

  private static Kind kind(String prefix) {
    return switch (prefix) {
      case "V" -> Kind.VERSIONED;
      case "R" -> Kind.REPEATABLE;
      case "U" -> Kind.UNDO;
      default -> Kind.BASELINE;
    };
  }
}
