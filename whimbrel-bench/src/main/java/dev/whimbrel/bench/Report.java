package dev.whimbrel.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** All results as a table in Markdown, and as JSON. */
record Report(String machine, List<Result> results) {
  Report {
    results = List.copyOf(results);
  }

  String markdown() {
    var lines = new ArrayList<String>();
    lines.add("# Benchmarks");
    lines.add("");
    lines.add(
        "Written by `make bench`; run it to repeat them. Whimbrel and the others ran in turns,");
    lines.add(
        "each as a whole process, the first turn not counted. Times are medians in milliseconds");
    lines.add(
        "with the least and the most; a ratio of 0.5 says that Whimbrel took half the time, and is");
    lines.add(
        "the median of the turns, also with the least and the most. The processor time is that of");
    lines.add("the process, not of a database server.");
    lines.add("");
    lines.add(machine);
    lines.add("");
    lines.add("| job | who | time | processor | memory | Whimbrel's time to it | processor |");
    lines.add("|---|---|---|---|---|---|---|");
    results.forEach(result -> lines.addAll(rows(result)));
    return String.join("\n", lines) + "\n";
  }

  String json() {
    return results.stream()
        .map(Report::json)
        .collect(
            Collectors.joining(
                ",\n", "{\"machine\": " + quoted(machine) + ", \"jobs\": [\n", "\n]}\n"));
  }

  private static List<String> rows(Result result) {
    var rows = new ArrayList<String>();
    String title = result.job().title();
    rows.add(
        "| **%s** | **%s** | %s | | |".formatted(title, result.ours().name(), cost(result.ours())));
    for (Series other : result.others()) {
      rows.add(
          "| | %s | %s | %s | %s |"
              .formatted(
                  other.name(),
                  cost(other),
                  spread(result.ours().ratios(other, Measurement::wall)),
                  spread(result.ours().ratios(other, Measurement::processor))));
    }
    result
        .missing()
        .forEach((name, why) ->
            rows.add(
                "| | %s | not to be had: %s | | | | |".formatted(name, why.replace('|', '/'))));
    return rows;
  }

  private static String cost(Series series) {
    return String.format(
        Locale.ROOT,
        "%.0f (%.0f–%.0f) | %.0f | %.0f MB",
        series.median(Measurement::wall),
        series.least(Measurement::wall),
        series.most(Measurement::wall),
        series.median(Measurement::processor),
        series.median(Measurement::memory));
  }

  private static String spread(double[] ratios) {
    return String.format(
        Locale.ROOT,
        "%.2f (%.2f–%.2f)",
        ratios[ratios.length / 2],
        ratios[0],
        ratios[ratios.length - 1]);
  }

  private static String json(Result result) {
    var series = new ArrayList<>(List.of(result.ours()));
    series.addAll(result.others());
    String all = series.stream().map(Report::json).collect(Collectors.joining(", "));
    String missing =
        result.missing().entrySet().stream()
            .map(entry -> quoted(entry.getKey()) + ": " + quoted(entry.getValue()))
            .collect(Collectors.joining(", "));
    return "  {\"job\": %s, \"size\": %s, \"series\": [%s], \"missing\": {%s}}"
        .formatted(quoted(result.job().name()), quoted(result.job().size()), all, missing);
  }

  private static String json(Series series) {
    String runs =
        series.runs().stream()
            .map(run ->
                String.format(
                    Locale.ROOT,
                    "{\"wall\": %.1f, \"processor\": %.0f, \"memory\": %.0f}",
                    run.wall(),
                    run.processor(),
                    run.memory()))
            .collect(Collectors.joining(", "));
    return "{\"name\": %s, \"runs\": [%s]}".formatted(quoted(series.name()), runs);
  }

  private static String quoted(String text) {
    return '"'
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ")
        + '"';
  }
}
