package dev.whimbrel.scenarios;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A folder with packages of npm, made once and kept in {@code target}. */
record NodeProject(Path folder) {
  /** Installs these packages, unless they are there; a test is skipped where that cannot be. */
  static NodeProject with(String name, String... packages) {
    Path folder = Path.of("target", "node", name).toAbsolutePath();
    var project = new NodeProject(folder);
    try {
      if (Files.notExists(folder.resolve("installed"))) {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("package.json"), "{\"private\": true}");
        var command = new ArrayList<>(List.of("npm", "install", "--no-audit", "--no-fund"));
        command.addAll(List.of(packages));
        assumeTrue(project.run(Map.of(), command).isWell(), "npm has no packages for us");
        Files.writeString(folder.resolve("installed"), "");
      }
    } catch (IOException missing) {
      assumeTrue(false, "npm is not at hand: " + missing.getMessage());
    }
    return project;
  }

  /** What a command printed, and whether it ended well. */
  record Outcome(boolean isWell, String output) {}

  Outcome run(Map<String, String> environment, List<String> command) throws IOException {
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      boolean ended = process.waitFor(5, TimeUnit.MINUTES);
      return new Outcome(ended && process.exitValue() == 0, output);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
