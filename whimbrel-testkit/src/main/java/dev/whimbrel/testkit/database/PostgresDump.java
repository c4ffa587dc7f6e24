package dev.whimbrel.testkit.database;

import dev.whimbrel.migrate.jdbc.ConnectionUrl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * What PostgreSQL's own dump tool says of a database, for comparing. A test that asks for it is
 * skipped where the tool is not at hand or is too old for the server.
 */
public record PostgresDump(ConnectionUrl url) {
  /** The statements in the tool's order, without owners, comments and our own history. */
  public String text() {
    return new DumpText(raw("--no-privileges")).text();
  }

  /** The statements, sorted, each with its lines sorted: the order of columns is no difference. */
  public String withoutOrder() {
    return new DumpText(raw("--no-privileges")).withoutOrder();
  }

  /** As {@link #withoutOrder()}, and who may do what. */
  public String withPrivileges() {
    return dump().withoutOrder();
  }

  /** All of it but owners, where things lie, and our own history. */
  public DumpText dump() {
    return new DumpText(raw("--no-tablespaces"));
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
