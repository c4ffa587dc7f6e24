package dev.whimbrel.testkit.database;

import dev.whimbrel.migrate.jdbc.ConnectionUrl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * What PostgreSQL's own dump tool says of a database, for comparing. A test that asks for it is
 * skipped where the tool is not at hand or is too old for the server.
 */
public record PostgresDump(ConnectionUrl url) {
  /** The statements in the tool's order, without owners, comments and our own history. */
  public String text() {
    return statements("--no-privileges").collect(Collectors.joining("\n\n"));
  }

  /** The statements, sorted, each with its lines sorted: the order of columns is no difference. */
  public String withoutOrder() {
    return withoutOrder("--no-privileges");
  }

  /** As {@link #withoutOrder()}, and who may do what. */
  public String withPrivileges() {
    return withoutOrder("--no-tablespaces");
  }

  private String withoutOrder(String option) {
    return statements(option)
        .map(statement ->
            Arrays.stream(statement.split("\n"))
                .map(line -> line.strip().replaceAll(",$", ""))
                .sorted()
                .collect(Collectors.joining("\n")))
        .sorted()
        .collect(Collectors.joining("\n\n"));
  }

  private Stream<String> statements(String option) {
    String text =
        raw(option)
            .lines()
            .filter(line -> !line.startsWith("--") && !line.startsWith("\\"))
            .filter(line -> !line.isBlank() && !line.startsWith("SET "))
            // a database that was emptied for the next test has lost this one
            .filter(line -> !line.startsWith("COMMENT ON SCHEMA public "))
            .collect(Collectors.joining("\n"));
    return Arrays.stream(text.split("(?<=;)\n"));
  }

  private String raw(String option) {
    try {
      return run(option);
    } catch (IOException missing) {
      return Assumptions.abort("pg_dump is not at hand: " + missing.getMessage());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private String run(String option) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(
            List.of(
                "pg_dump",
                "--schema-only",
                "--no-owner",
                option,
                "--exclude-table=_whimbrel_*",
                "--dbname=" + url.jdbcUrl().replaceFirst("^jdbc:", "").replaceFirst("\\?.*", "")));
    process.environment().put("PGUSER", url.user().orElse(""));
    process.environment().put("PGPASSWORD", url.password().orElse(""));
    Process running = process.redirectErrorStream(true).start();
    var output = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    boolean well = running.waitFor() == 0;
    Assumptions.assumeTrue(well || !output.contains("version mismatch"), output);
    if (!well) {
      throw new IllegalStateException(output);
    }
    return output;
  }
}
