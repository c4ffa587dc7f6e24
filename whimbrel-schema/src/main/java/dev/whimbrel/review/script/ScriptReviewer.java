package dev.whimbrel.review.script;

import java.util.Comparator;
import java.util.List;

/** Looks at each statement of a script through each rule. */
public record ScriptReviewer(List<ScriptRule> rules) {
  public ScriptReviewer {
    rules = List.copyOf(rules);
  }

  /** The findings in the order of the places; what the script itself allows is among them. */
  public List<ScriptFinding> review(Script script) {
    Allowances allowances = Allowances.of(script);
    return script.statements().stream()
        .flatMap(statement -> rules.stream().flatMap(rule -> rule.check(statement, script)))
        .map(finding -> allowances.applied(finding, script))
        .sorted(
            Comparator.comparingInt(ScriptFinding::line).thenComparingInt(ScriptFinding::column))
        .toList();
  }
}
