package dev.whimbrel.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What it was measured on. */
final class Machine {
  private Machine() {}

  /** One line; the load tells whether others were at work. */
  static String description() {
    try {
      String processor =
          Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
              .filter(line -> line.startsWith("model name"))
              .findFirst()
              .map(line -> line.substring(line.indexOf(':') + 2))
              .orElse("a processor without a name");
      String load = Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0];
      return "%s, %d cores; %s %s; Java %s; %s. Load of the machine at the end: %s."
          .formatted(
              processor,
              Runtime.getRuntime().availableProcessors(),
              System.getProperty("os.name"),
              System.getProperty("os.version"),
              Runtime.version(),
              LocalDate.now(ZoneOffset.UTC),
              load);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
