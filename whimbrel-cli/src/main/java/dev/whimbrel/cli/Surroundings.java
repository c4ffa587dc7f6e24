package dev.whimbrel.cli;

import java.io.BufferedReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * All that the command line touches of the machine it runs on.
 *
 * @param folder where it was called
 * @param terminal whether a person sits at both ends
 */
record Surroundings(
    PrintStream out,
    PrintStream err,
    BufferedReader in,
    Map<String, String> environment,
    Path folder,
    boolean terminal,
    Clock clock,
    RandomGenerator random) {
  /** Whether to use colour. */
  boolean colourful() {
    return terminal
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.get("TERM"));
  }
}
