package dev.whimbrel.review.script;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Looks at each statement of a script through each rule. */
public record ScriptReviewer(List<ScriptRule> rules) {
  public ScriptReviewer {
    rules = List.copyOf(rules);
  }

  /** The findings in the order of the places; what the script itself allows is among them. */
  public List<ScriptFinding> review(Script script) {
    Allowances allowances = Allowances.of(script);
    List<ScriptFinding> found =
        script.statements().stream()
            .flatMap(statement -> rules.stream().flatMap(rule -> rule.check(statement, script)))
            .toList();
    return Stream.concat(
            found.stream().map(finding -> allowances.applied(finding, script)),
            allowances.unused(found, script).stream())
        .sorted(
            Comparator.comparingInt(ScriptFinding::line).thenComparingInt(ScriptFinding::column))
        .toList();
  }
}
