package dev.whimbrel.scenarios.peers;

import dev.whimbrel.scratch.ScratchDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/** PostgreSQL's own command line. */
record Psql(ScratchDatabase database) {
  /** Runs a script, and tells what psql then says of the tables, as {@link TableDescriptions}. */
  String describe(String script, List<String> tables) {
    String questions =
        tables.stream().map(table -> "\\d " + table + "\n").collect(Collectors.joining());
    return new TableDescriptions(run(script + questions)).plain();
  }

  private String run(String input) {
    String url = database.url().replaceFirst("^jdbc:", "").replaceFirst("\\?.*", "");
    var builder =
        new ProcessBuilder("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "--dbname=" + url);
    builder.environment().put("PGUSER", database.user());
    builder.environment().put("PGPASSWORD", database.password());
    try {
      Process running = builder.redirectErrorStream(true).start();
      try (var script = running.outputWriter(StandardCharsets.UTF_8)) {
        script.write(input);
      }
      return new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException missing) {
      return Assumptions.abort("psql is not at hand: " + missing.getMessage());
    }
  }
}
