package dev.whimbrel.postgres;

import dev.whimbrel.testkit.database.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/** What PostgreSQL's own dump tool says of a database, for comparing. */
final class Dump {
  private Dump() {}

  /** The statements, sorted, each with its lines sorted: the order of columns is no difference. */
  static String withoutOrder(TestDatabase database) {
    return statements(database)
        .map(statement ->
            Arrays.stream(statement.split("\n"))
                .map(line -> line.strip().replaceAll(",$", ""))
                .sorted()
                .collect(Collectors.joining("\n")))
        .sorted()
        .collect(Collectors.joining("\n\n"));
  }

  /** The statements as they are, in the tool's order. */
  static String of(TestDatabase database) {
    return statements(database).collect(Collectors.joining("\n\n"));
  }

  private static java.util.stream.Stream<String> statements(TestDatabase database) {
    String text =
        raw(database)
            .lines()
            .filter(line -> !line.startsWith("--") && !line.startsWith("\\"))
            .filter(line -> !line.isBlank() && !line.startsWith("SET "))
            // a database that was emptied for the next test has lost this one
            .filter(line -> !line.startsWith("COMMENT ON SCHEMA public "))
            .collect(Collectors.joining("\n"));
    return Arrays.stream(text.split("(?<=;)\n"));
  }

  private static String raw(TestDatabase database) {
    try {
      return run(database);
    } catch (IOException e) {
      return Assumptions.abort("pg_dump is not at hand: " + e.getMessage());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String run(TestDatabase database) throws IOException, InterruptedException {
    var url = database.url();
    var process =
        new ProcessBuilder(
            List.of(
                "pg_dump",
                "--schema-only",
                "--no-owner",
                "--no-privileges",
                "--dbname=" + url.jdbcUrl().replaceFirst("^jdbc:", "").replaceFirst("\\?.*", "")));
    process.environment().put("PGUSER", url.user().orElse(""));
    process.environment().put("PGPASSWORD", url.password().orElse(""));
    var running = process.redirectErrorStream(true).start();
    var output = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    boolean well = running.waitFor() == 0;
    Assumptions.assumeTrue(well || !output.contains("version mismatch"), output);
    if (!well) {
      throw new IllegalStateException(output);
    }
    return output;
  }
}
