package dev.whimbrel.testkit.database;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a dump tool of PostgreSQL printed, for comparing. */
public record DumpText(String raw) {
  private static final Pattern STATISTICS =
      Pattern.compile("(?s)^(CREATE STATISTICS .* ON )(.*)( FROM .*)$");

  /** The statements in the tool's order, without its comments and settings. */
  public String text() {
    return statements().collect(joining("\n\n"));
  }

  /** The statements, sorted, each with its lines sorted: the order of columns is no difference. */
  public String withoutOrder() {
    return statements()
        .map(DumpText::withSortedStatistics)
        .map(statement ->
            Arrays.stream(statement.split("\n"))
                .map(line -> line.strip().replaceAll(",$", ""))
                .sorted()
                .collect(joining("\n")))
        .sorted()
        .collect(joining("\n\n"));
  }

  /** The columns of statistics stand in the order of the table's. */
  private static String withSortedStatistics(String statement) {
    return STATISTICS
        .matcher(statement)
        .replaceAll(found ->
            Matcher.quoteReplacement(
                found.group(1)
                    + Arrays.stream(found.group(2).split(", ")).sorted().collect(joining(", "))
                    + found.group(3)));
  }

  private Stream<String> statements() {
    String text =
        raw.lines()
            .filter(line -> !line.startsWith("--") && !line.startsWith("\\"))
            .filter(line -> !line.isBlank() && !line.startsWith("SET "))
            // a database that was emptied for the next test has lost this one
            .filter(line -> !line.startsWith("COMMENT ON SCHEMA public "))
            .collect(joining("\n"));
    return Arrays.stream(text.split("(?<=;)\n"));
  }
}
