package dev.whimbrel.migrate.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SQL of a migration in one direction.
 *
 * @param sql what runs, each statement in the line in which it stands in its file
 * @param written the text as its author wrote it, by which a migration is known again
 */
public record Script(String sql, String written) {
  /** A script that runs as it is written. */
  public Script(String sql) {
    this(sql, sql);
  }

  /**
   * SHA-256 of the text in hexadecimal digits, with every line end taken as LF: version control
   * turns line ends into CRLF on some machines, and a checkout is no edit.
   */
  public String checksum() {
    return sha256(withLineFeeds());
  }

  /** SHA-256 of a text in UTF-8, in hexadecimal digits. */
  public static String sha256(String text) {
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(UTF_8)));
  }

  private String withLineFeeds() {
    return written.replace("\r\n", "\n").replace('\r', '\n');
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("this Java has no SHA-256, which every Java has", missing);
    }
  }
}
