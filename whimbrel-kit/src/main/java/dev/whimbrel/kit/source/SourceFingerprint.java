package dev.whimbrel.kit.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Tells whether compiling again would give the same.
 *
 * @param place where the sources are, with which compiler and libraries they are compiled
 * @param digests of the text of each file
 */
record SourceFingerprint(String place, SortedMap<String, String> digests) {
  private static final int PLACE_LENGTH = 16;

  SourceFingerprint {
    digests = new TreeMap<>(digests);
  }

  static SourceFingerprint of(SourceFiles sources, List<Path> files, ClassPath classPath) {
    MessageDigest place = sha256();
    add(place, Runtime.version().toString());
    classPath.state().forEach(line -> add(place, line));
    sources.roots().forEach(root -> add(place, root.toString()));
    var digests = new TreeMap<String, String>();
    MessageDigest digest = sha256();
    files.forEach(file -> digests.put(file.toString(), hex(digest.digest(content(file)))));
    return new SourceFingerprint(hex(place.digest()).substring(0, PLACE_LENGTH), digests);
  }

  /** Another one for any other content. */
  String value() {
    MessageDigest all = sha256();
    digests.forEach((file, text) -> {
      add(all, file);
      add(all, text);
    });
    return place + "-" + hex(all.digest());
  }

  private static void add(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static byte[] content(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException failure) {
      throw new SchemaSourceException(file + " cannot be read: " + failure.getMessage(), failure);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java runtime has SHA-256", missing);
    }
  }
}
