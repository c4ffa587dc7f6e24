package dev.whimbrel.cli;

import dev.whimbrel.review.Finding;
import dev.whimbrel.review.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Findings, told to people and to programs. */
record Findings(List<Finding> list) {
  List<String> lines() {
    return list.stream().flatMap(Findings::lines).toList();
  }

  List<Map<String, Object>> details() {
    return list.stream().map(Findings::details).toList();
  }

  private static Stream<String> lines(Finding finding) {
    return Stream.of(
        "  %s: %s [%s]".formatted(word(finding.severity()), finding.message(), finding.rule()),
        "    " + finding.change().describe() + " - better: " + finding.advice());
  }

  private static Map<String, Object> details(Finding finding) {
    var details = new LinkedHashMap<String, Object>();
    details.put("rule", finding.rule());
    details.put("severity", word(finding.severity()));
    details.put("change", finding.change().describe());
    details.put("message", finding.message());
    details.put("advice", finding.advice());
    return details;
  }

  private static String word(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
