package dev.whimbrel.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The JVM that runs us, with the flags that Whimbrel gives it for a short life. */
final class Jvm {
  private Jvm() {}

  static List<String> command(String... arguments) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return Stream.concat(
            Stream.of(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"), Stream.of(arguments))
        .toList();
  }
}
