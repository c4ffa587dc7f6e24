package dev.whimbrel.kit.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Tells whether compiling again would give the same: sources, their names, compiler, libraries. */
record SourceFingerprint(List<Path> files, ClassPath classPath) {
  String value() {
    MessageDigest digest = sha256();
    add(digest, Runtime.version().toString());
    classPath.state().forEach(line -> add(digest, line));
    for (Path file : files) {
      add(digest, file.toString());
      digest.update(content(file));
      digest.update((byte) 0);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
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
