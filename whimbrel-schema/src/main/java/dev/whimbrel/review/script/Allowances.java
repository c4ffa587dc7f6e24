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

  private final List<Allowance> all;

  private Allowances(List<Allowance> all) {
    this.all = all;
  }

  private record Allowance(boolean file, List<String> rules, String reason, int at) {}

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
    ScriptStatement statement = finding.statement();
    int from =
        script
            .before(statement)
            .reduce((one, next) -> next)
            .map(last -> last.start() + last.sql().length())
            .orElse(0);
    int to = statement.start() + statement.sql().length();
    return all.stream()
        .filter(each -> each.rules().contains(finding.rule()))
        .filter(each -> each.file() || (each.at() >= from && each.at() < to))
        .map(Allowance::reason)
        .findFirst();
  }
}
