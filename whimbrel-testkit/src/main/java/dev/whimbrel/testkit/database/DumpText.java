package dev.whimbrel.testkit.database;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a dump tool of PostgreSQL printed, for comparing. */
public record DumpText(String raw) {
  /** The statements in the tool's order, without its comments and settings. */
  public String text() {
    return statements().collect(Collectors.joining("\n\n"));
  }

  /** The statements, sorted, each with its lines sorted: the order of columns is no difference. */
  public String withoutOrder() {
    return statements()
        .map(statement ->
            Arrays.stream(statement.split("\n"))
                .map(line -> line.strip().replaceAll(",$", ""))
                .sorted()
                .collect(Collectors.joining("\n")))
        .sorted()
        .collect(Collectors.joining("\n\n"));
  }

  private Stream<String> statements() {
    String text =
        raw.lines()
            .filter(line -> !line.startsWith("--") && !line.startsWith("\\"))
            .filter(line -> !line.isBlank() && !line.startsWith("SET "))
            // a database that was emptied for the next test has lost this one
            .filter(line -> !line.startsWith("COMMENT ON SCHEMA public "))
            .collect(Collectors.joining("\n"));
    return Arrays.stream(text.split("(?<=;)\n"));
  }
}
