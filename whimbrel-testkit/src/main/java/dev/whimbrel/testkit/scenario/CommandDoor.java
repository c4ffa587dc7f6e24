package dev.whimbrel.testkit.scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The command line, as a story calls it. */
@FunctionalInterface
public interface CommandDoor {
  /** Runs a command in a folder. */
  Answer call(Path folder, Map<String, String> environment, List<String> arguments);

  /**
   * What came of a command.
   *
   * @param output what it printed, to both its streams
   */
  record Answer(int exitCode, String output) {}
}
