package dev.whimbrel.review.script;

import dev.whimbrel.review.sql.Deed;
import dev.whimbrel.review.sql.Span;
import dev.whimbrel.review.sql.StatementReader;
import java.util.Optional;

/**
 * A statement of a script.
 *
 * @param rows what it reads from the script behind it, if it does
 * @param start where in the script it begins, counted from 0
 * @param line the line of that, counted from 1
 * @param deed what its words say
 * @param observation what it did when it was tried, if it was
 */
public record ScriptStatement(
    String sql,
    Optional<String> rows,
    int start,
    int line,
    Deed deed,
    Optional<Observation> observation) {
  /** A statement that was not tried. */
  public static ScriptStatement of(String sql, int start, int line) {
    return of(sql, Optional.empty(), start, line);
  }

  /** A statement with rows behind it that was not tried. */
  public static ScriptStatement of(String sql, Optional<String> rows, int start, int line) {
    return new ScriptStatement(sql, rows, start, line, StatementReader.read(sql), Optional.empty());
  }

  public ScriptStatement seen(Observation seen) {
    return new ScriptStatement(sql, rows, start, line, deed, Optional.of(seen));
  }

  public Span whole() {
    return new Span(0, sql.length());
  }

  /** Whether it was tried and the server refused it. */
  public boolean refused() {
    return observation.flatMap(Observation::refusal).isPresent();
  }

  /** Whether it was tried and was seen neither to read nor to write anything in full. */
  public boolean seenQuick() {
    return observation
        .filter(seen -> seen.refusal().isEmpty())
        .filter(seen -> seen.rewritten().isEmpty() && seen.scanned().isEmpty())
        .isPresent();
  }

  /** Whether it was tried and was seen to write a relation anew. */
  public boolean seenRewriting() {
    return observation.filter(seen -> !seen.rewritten().isEmpty()).isPresent();
  }
}
