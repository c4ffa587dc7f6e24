package dev.whimbrel.cli;

import dev.whimbrel.kit.Review;
import dev.whimbrel.review.Severity;
import dev.whimbrel.review.script.ScriptFinding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A review as SARIF 2.1.0, which code hosts show beside the lines. */
record ReviewSarif(ReviewSheet sheet) {
  Map<String, Object> log() {
    return ordered(
        "$schema", "https://json.schemastore.org/sarif-2.1.0.json",
        "version", "2.1.0",
        "runs", List.of(run()));
  }

  private Map<String, Object> run() {
    var driver = ordered("name", "whimbrel", "version", Main.version(), "rules", rules());
    return ordered("tool", Map.of("driver", driver), "results", results());
  }

  private List<Map<String, Object>> rules() {
    return findings()
        .map(located -> located.finding().rule())
        .distinct()
        .map(rule -> Map.<String, Object>of("id", rule))
        .toList();
  }

  private List<Map<String, Object>> results() {
    return findings().map(this::result).toList();
  }

  private record Located(ScriptFinding finding, String place) {}

  private Stream<Located> findings() {
    return sheet.reviewed().migrations().stream()
        .flatMap((Review.OfMigration each) ->
            sheet.shown(each).stream().map(finding -> new Located(finding, each.place())));
  }

  private Map<String, Object> result(Located located) {
    ScriptFinding finding = located.finding();
    var danger = finding.danger();
    var region = ordered("startLine", finding.line(), "startColumn", finding.column());
    var uri = sheet.uri(located.place());
    var place = ordered("artifactLocation", Map.of("uri", uri), "region", region);
    var result =
        ordered(
            "ruleId", finding.rule(),
            "level", level(danger.severity()),
            "message",
                Map.of("text", danger.what() + "; " + danger.effect() + ". " + danger.safe()),
            "locations", List.of(Map.of("physicalLocation", place)));
    finding
        .allowed()
        .ifPresent(reason ->
            result.put(
                "suppressions", List.of(ordered("kind", "inSource", "justification", reason))));
    return result;
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case SAFE -> "note";
      case MULTI_PHASE -> "warning";
      case DANGEROUS -> "error";
    };
  }

  private static Map<String, Object> ordered(Object... members) {
    var map = new LinkedHashMap<String, Object>();
    for (int i = 0; i < members.length; i += 2) {
      map.put(String.valueOf(members[i]), members[i + 1]);
    }
    return map;
  }
}
