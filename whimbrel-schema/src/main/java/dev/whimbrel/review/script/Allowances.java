package dev.whimbrel.review.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What comments in a script allow: {@code -- whimbrel: allow drop-column because nobody reads it}
 * in front of a statement or within it, or {@code allow-file} for all statements of the script.
 */
final class Allowances {
  private static final Pattern COMMENT =
      Pattern.compile(
          "--\\s*whimbrel:\\s*allow(-file)?\\s+([a-z][a-z0-9, -]*?)\\s+because\\s+(\\S[^\\n\\r]*)");

  private static final String UNUSED = "unused-allowance";

  private final List<Allowance> all;

  private Allowances(List<Allowance> all) {
    this.all = all;
  }

  private record Allowance(boolean file, List<String> rules, String reason, int at) {
    boolean covers(ScriptFinding finding, int from) {
      ScriptStatement statement = finding.statement();
      return rules.contains(finding.rule())
          && (file || (at >= from && at < statement.start() + statement.sql().length()));
    }
  }

  static Allowances of(Script script) {
    var all = new ArrayList<Allowance>();
    var comments = COMMENT.matcher(script.text());
    while (comments.find()) {
      all.add(
          new Allowance(
              comments.group(1) != null,
              List.of(comments.group(2).split("[, ]+")),
              comments.group(3).strip(),
              comments.start()));
    }
    return new Allowances(all);
  }

  /** The finding, allowed if a comment says so. */
  ScriptFinding applied(ScriptFinding finding, Script script) {
    return reason(finding, script).map(finding::allowed).orElse(finding);
  }

  private Optional<String> reason(ScriptFinding finding, Script script) {
    int from = end(finding, script);
    return all.stream()
        .filter(each -> each.covers(finding, from))
        .map(Allowance::reason)
        .findFirst();
  }

  /** Where the statement before it ends. */
  private static int end(ScriptFinding finding, Script script) {
    return script
        .before(finding.statement())
        .reduce((one, next) -> next)
        .map(last -> last.start() + last.sql().length())
        .orElse(0);
  }

  /** What is allowed and was not found: the reason may have gone, or the name be wrong. */
  List<ScriptFinding> unused(List<ScriptFinding> found, Script script) {
    return all.stream()
        .filter(
            each -> found.stream().noneMatch(finding -> each.covers(finding, end(finding, script))))
        .flatMap(each -> unused(each, script).stream())
        .toList();
  }

  private static Optional<ScriptFinding> unused(Allowance allowance, Script script) {
    return script.statements().stream()
        .filter(each -> each.start() + each.sql().length() > allowance.at())
        .findFirst()
        .or(() -> script.statements().stream().reduce((one, next) -> next))
        .map(statement ->
            ScriptFinding.at(UNUSED, danger(allowance), statement, statement.whole(), script));
  }

  private static Danger danger(Allowance allowance) {
    return Danger.advice(
        "%s is allowed and was not found".formatted(String.join(", ", allowance.rules())),
        "nothing; but the next one who reads it looks for a danger that is not there",
        "take the comment out, or mend the name of the rule");
  }
}
