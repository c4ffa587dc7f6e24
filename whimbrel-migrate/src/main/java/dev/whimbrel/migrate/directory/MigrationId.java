package dev.whimbrel.migrate.directory;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a migration is called in its layout: {@code 20261121143000_brave_otter}, {@code
 * 0007_warm_hero}, {@code V1.2__add_age}, {@code 0.26/01__drop_organizer}. Migrations run in the
 * order of their directory, which need not be that of their ids.
 */
public record MigrationId(String value) implements Comparable<MigrationId> {
  /**
   * An id from its text.
   *
   * @throws IllegalArgumentException if it has a form that leads out of the folder, or none
   */
  public MigrationId {
    if (!isPath(value)) {
      throw new IllegalArgumentException(
          "\""
              + value
              + "\" is no migration id; one looks like 20261121143000_brave_otter: digits, an"
              + " underscore, and a name");
    }
  }

  /** Without an expression to match: of a start with nothing to do, that was a tenth. */
  private static boolean isPath(String value) {
    int begin = 0;
    for (int i = 0; i < value.length(); i++) {
      char letter = value.charAt(i);
      if (letter < ' ' || letter == '\u007f' || letter == '\\') {
        return false;
      }
      if (letter == '/') {
        if (!isName(value, begin, i)) {
          return false;
        }
        begin = i + 1;
      }
    }
    return isName(value, begin, value.length());
  }

  /** Neither nothing nor one of the dots that mean this folder and the one above. */
  private static boolean isName(String value, int begin, int end) {
    return switch (end - begin) {
      case 0 -> false;
      case 1, 2 -> value.charAt(begin) != '.' || value.charAt(end - 1) != '.';
      default -> true;
    };
  }

  /** The digits in front, {@code 20261121143000}; empty if there are none. */
  public String number() {
    Matcher parts = Numbering.FORM.matcher(value);
    return parts.matches() && parts.group(2) != null ? parts.group(2) : "";
  }

  /** What follows them, {@code brave_otter}; all of it if there are none. */
  public String name() {
    Matcher parts = Numbering.FORM.matcher(value);
    return parts.matches() ? parts.group(3) : value;
  }

  @Override
  public int compareTo(MigrationId other) {
    return value.compareTo(other.value);
  }

  /** Written out, as is {@link #hashCode}: a record's own would be made anew at each start. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MigrationId id && value.equals(id.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value;
  }

  /** Apart, since most runs never ask for the parts of an id. */
  private static final class Numbering {
    private static final Pattern FORM =
        Pattern.compile("(?:.*/)?([VUB]?([0-9]+)(?:[._-]?[0-9]+)*|R)[_-]+(.+)", Pattern.DOTALL);
  }
}
