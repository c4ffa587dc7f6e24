package dev.whimbrel.cli;

import dev.whimbrel.kit.develop.Seed;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** {@code whimbrel seed}. */
final class SeedDatabaseCommand implements Command {
  @Override
  public String name() {
    return "seed";
  }

  @Override
  public String about() {
    return "Puts the rows of the configuration's seed into a database for development.";
  }

  @Override
  public List<String> examples() {
    return List.of("whimbrel seed");
  }

  @Override
  public void describe(CommandSpec spec) {
    // what the seed is stands in the configuration
  }

  @Override
  public Answer run(Invocation invocation) {
    return switch (new Seed(invocation.project()).run()) {
      case Seed.Result.Ran(var files) -> ran(files.stream().map(Path::toString).toList());
      case Seed.Result.Called(var command, var exitCode) -> called(command, exitCode);
    };
  }

  private static Answer ran(List<String> files) {
    return files.isEmpty()
        ? Answer.done(List.of("There is no SQL file in the seed."), Map.of("files", files))
            .as("empty")
        : Answer.done(files.stream().map(file -> "ran " + file).toList(), Map.of("files", files))
            .as("seeded");
  }

  private static Answer called(String command, int exitCode) {
    Map<String, Object> details = Map.of("seed", command, "exitCode", exitCode);
    return exitCode == 0
        ? Answer.done(List.of("ran " + command), details).as("seeded")
        : new Answer(
            ExitCode.FAILED,
            "failed",
            List.of(),
            List.of("The seed's command ended with exit code " + exitCode + ": " + command),
            details);
  }
}
