package dev.whimbrel.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A command line, where it runs, and what it finds in its environment beside ours. */
record Program(List<String> command, Path folder, Map<String, String> environment) {
  Program {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  static Program of(Path folder, String... command) {
    return new Program(List.of(command), folder, Map.of());
  }
}
