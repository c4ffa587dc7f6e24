package dev.whimbrel.review.script;

import dev.whimbrel.review.sql.Span;
import java.util.Optional;

/**
 * One danger found in a script.
 *
 * @param rule the id of the rule that found it
 * @param line the line of the script in which the place begins, counted from 1
 * @param column the character of that line, counted from 1
 * @param span the place in the statement
 * @param allowed the reason, if somebody said in the script that this may be
 */
public record ScriptFinding(
    String rule,
    Danger danger,
    ScriptStatement statement,
    Span span,
    int line,
    int column,
    Optional<String> allowed) {
  /** A finding at a place of a statement. */
  public static ScriptFinding at(
      String rule, Danger danger, ScriptStatement statement, Span span, Script script) {
    int at = Math.min(statement.start() + span.start(), script.text().length());
    String before = script.text().substring(0, at);
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    int column = at - before.lastIndexOf('\n');
    return new ScriptFinding(rule, danger, statement, span, line, column, Optional.empty());
  }

  public ScriptFinding allowed(String reason) {
    return new ScriptFinding(rule, danger, statement, span, line, column, Optional.of(reason));
  }

  public boolean isAllowed() {
    return allowed.isPresent();
  }
}
