package dev.whimbrel.scenarios;

import dev.whimbrel.cli.Main;
import dev.whimbrel.testkit.scenario.CommandDoor;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The real command line, in this process. In each folder the first command is typed at midnight,
 * and each further one a minute later, so that the names of migrations are known.
 */
final class TypedCommands implements CommandDoor {
  private static final Instant MIDNIGHT = Instant.parse("2026-01-01T00:00:00Z");

  private final Map<Path, Integer> typed = new HashMap<>();

  @Override
  public Answer call(Path folder, Map<String, String> environment, List<String> arguments) {
    int minute = typed.merge(folder, 1, Integer::sum) - 1;
    Clock clock = Clock.fixed(MIDNIGHT.plus(Duration.ofMinutes(minute)), ZoneOffset.UTC);
    var output = new ByteArrayOutputStream();
    var printer = new PrintStream(output, true, StandardCharsets.UTF_8);
    int exitCode =
        Main.run(folder, environment, clock, printer, printer, arguments.toArray(String[]::new));
    return new Answer(exitCode, output.toString(StandardCharsets.UTF_8));
  }
}
