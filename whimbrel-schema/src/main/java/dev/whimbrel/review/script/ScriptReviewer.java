package dev.whimbrel.review.script;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Looks at each statement of a script through each rule. */
public record ScriptReviewer(List<ScriptRule> rules) {
  public ScriptReviewer {
    rules = List.copyOf(rules);
  }

  /** The findings in the order of the places; what the script itself allows is among them. */
  public List<ScriptFinding> review(Script script) {
    return review(script, finding -> true, List.of());
  }

  /**
   * The same beside what is known otherwise.
   *
   * @param counts which of the rules' findings count
   * @param known findings that come from elsewhere, which the script may allow as well
   */
  public List<ScriptFinding> review(
      Script script, Predicate<ScriptFinding> counts, List<ScriptFinding> known) {
    Allowances allowances = Allowances.of(script);
    List<ScriptFinding> found =
        Stream.concat(known.stream(), byRules(script).filter(counts)).toList();
    return Stream.concat(
            found.stream().map(finding -> allowances.applied(finding, script)),
            allowances.unused(found, script).stream())
        .sorted(
            Comparator.comparingInt(ScriptFinding::line).thenComparingInt(ScriptFinding::column))
        .toList();
  }

  private Stream<ScriptFinding> byRules(Script script) {
    return script.statements().stream()
        .flatMap(statement -> rules.stream().flatMap(rule -> rule.check(statement, script)));
  }
}
