package dev.whimbrel.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * All that the command line touches of the machine it runs on.
 *
 * @param calledAs the words that start it: {@code whimbrel}, {@code ./whimbrel}
 * @param folder where it was called
 * @param terminal whether a person sits at both ends
 * @param interrupts what has to stop when someone wants the program to
 */
record Surroundings(
    String calledAs,
    PrintStream out,
    PrintStream err,
    BufferedReader in,
    Map<String, String> environment,
    Path folder,
    boolean terminal,
    Interrupts interrupts,
    Clock clock,
    RandomGenerator random) {
  /** The words that start it in any folder, as a shell wants them. */
  String calledAnywhere() {
    String words =
        calledAs.contains("/") ? folder.resolve(calledAs).normalize().toString() : calledAs;
    return quoted(words);
  }

  /** A word as a shell wants it. */
  static String quoted(String word) {
    return word.matches("[\\w./:@%+=-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  /** Whether to use colour. */
  boolean colourful() {
    return terminal
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.get("TERM"));
  }

  /** Where things may be kept that can be made again, in a folder of the person who calls. */
  Optional<Path> cache() {
    return Optional.ofNullable(environment.get("WHIMBREL_CACHE"))
        .map(Path::of)
        .or(() ->
            Optional.ofNullable(environment.get("XDG_CACHE_HOME"))
                .map(folder -> Path.of(folder, "whimbrel")))
        .or(() ->
            Optional.ofNullable(environment.get("HOME"))
                .map(folder -> Path.of(folder, ".cache", "whimbrel")))
        .filter(Path::isAbsolute);
  }

  /** The next line that someone types; empty if nobody does. */
  String line() {
    try {
      return Optional.ofNullable(in.readLine()).orElse("").strip();
    } catch (IOException gone) {
      return "";
    }
  }
}
