package dev.whimbrel.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What came of a job, as rows of a table in Markdown, and as JSON. */
record Report(Result result) {
  String markdown() {
    return String.join("\n", rows(result)) + "\n";
  }

  String json() {
    return json(result);
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
            rows.add("| | %s | no figure: %s | | | | |".formatted(name, why.replace('|', '/'))));
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
