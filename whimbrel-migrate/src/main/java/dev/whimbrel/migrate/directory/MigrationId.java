package dev.whimbrel.migrate.directory;

import java.util.regex.Pattern;

/**
 * What a migration is called: the moment it was made, to the second, and a name; {@code
 * 20261121143000_brave_otter}. Migrations run in the order of their ids.
 */
public record MigrationId(String value) implements Comparable<MigrationId> {
  private static final int DIGITS = 14;
  private static final Pattern FORM = Pattern.compile("[0-9]{14}_[\\p{L}\\p{N}_.-]+");

  /**
   * An id from its text.
   *
   * @throws IllegalArgumentException if it has another form, such as one that leads out of the
   *     folder
   */
  public MigrationId {
    if (!fits(value)) {
      throw new IllegalArgumentException(
          "\""
              + value
              + "\" is no migration id; one looks like 20261121143000_brave_otter: fourteen"
              + " digits, an underscore, and a name of letters, digits, \"_\", \".\" and \"-\"");
    }
  }

  /** Whether a text has the form of an id. */
  public static boolean fits(String text) {
    return FORM.matcher(text).matches();
  }

  /** The digits in front, {@code 20261121143000}. */
  public String timestamp() {
    return value.substring(0, DIGITS);
  }

  /** What follows them, {@code brave_otter}. */
  public String name() {
    return value.substring(DIGITS + 1);
  }

  @Override
  public int compareTo(MigrationId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
