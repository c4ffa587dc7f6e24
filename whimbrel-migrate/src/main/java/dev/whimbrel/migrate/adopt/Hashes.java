package dev.whimbrel.migrate.adopt;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.whimbrel.migrate.directory.Script;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** The fingerprints that other tools take of scripts. */
final class Hashes {
  private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\r|\\n");

  private Hashes() {}

  /** SHA-256 of the file as it is, which is what Drizzle and Prisma keep. */
  static String sha256(String text) {
    return Script.sha256(text);
  }

  /** Whether that is the fingerprint, in one of the line ends that version control may give it. */
  static boolean isSha256(String hash, String text) {
    String unix = LINE_END.matcher(text).replaceAll("\n");
    return Stream.of(text, unix, unix.replace("\n", "\r\n"), "\uFEFF" + text)
        .anyMatch(each -> sha256(each).equalsIgnoreCase(hash));
  }

  /** Flyway's: CRC-32 of the lines without their ends, as a signed number. */
  static int crc32(String text) {
    var sum = new CRC32();
    LINE_END.splitAsStream(text).forEach(line -> sum.update(line.getBytes(UTF_8)));
    return (int) sum.getValue();
  }
}
