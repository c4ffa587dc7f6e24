package dev.whimbrel.migrate.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Takes SHA-256 of one text after the other. To look the algorithm up takes longer than to use it,
 * so whoever has many scripts keeps one of these, in one thread.
 */
public final class Fingerprint {
  private final HexFormat digits = HexFormat.of();
  private final MessageDigest digest = sha256();

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("this Java has no SHA-256, which every Java has", missing);
    }
  }

  /** SHA-256 of a text in UTF-8, in hexadecimal digits. */
  public String of(String text) {
    return digits.formatHex(digest.digest(text.getBytes(UTF_8)));
  }
}
