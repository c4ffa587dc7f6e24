package dev.whimbrel.migrate.directory;

import org.jspecify.annotations.Nullable;

/**
 * The SQL of a migration in one direction. Two are equal if their texts are; what they are known by
 * is worked out once, by whoever asks first.
 */
public final class Script {
  private final String sql;
  private final String written;
  private volatile @Nullable String checksum;

  /**
   * A script that does not run quite as it is written.
   *
   * @param sql what runs, each statement in the line in which it stands in its file
   * @param written the text as its author wrote it, by which a migration is known again
   */
  public Script(String sql, String written) {
    this.sql = sql;
    this.written = written;
  }

  /** A script that runs as it is written. */
  public Script(String sql) {
    this(sql, sql);
  }

  /** What runs. */
  public String sql() {
    return sql;
  }

  /** The text as its author wrote it. */
  public String written() {
    return written;
  }

  /**
   * SHA-256 of the text in hexadecimal digits, with every line end taken as LF: version control
   * turns line ends into CRLF on some machines, and a checkout is no edit.
   */
  public String checksum() {
    String known = checksum;
    return known == null ? checksum(new Fingerprint()) : known;
  }

  /** The same for one script of many. */
  public String checksum(Fingerprint fingerprint) {
    String known = checksum;
    if (known == null) {
      known = fingerprint.of(withLineFeeds());
      checksum = known;
    }
    return known;
  }

  /** SHA-256 of a text in UTF-8, in hexadecimal digits. */
  public static String sha256(String text) {
    return new Fingerprint().of(text);
  }

  private String withLineFeeds() {
    return written.replace("\r\n", "\n").replace('\r', '\n');
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Script script
        && sql.equals(script.sql)
        && written.equals(script.written);
  }

  @Override
  public int hashCode() {
    return 31 * sql.hashCode() + written.hashCode();
  }

  @Override
  public String toString() {
    return written;
  }
}
