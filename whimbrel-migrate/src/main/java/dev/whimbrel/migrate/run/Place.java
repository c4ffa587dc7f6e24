package dev.whimbrel.migrate.run;

import dev.whimbrel.dialect.SqlStatement;
import java.util.OptionalInt;

/**
 * A place in a script.
 *
 * @param line counted from 1
 * @param column in characters, counted from 1
 * @param statement the whole statement at which the database stumbled
 */
public record Place(int line, int column, String statement) {
  /**
   * Where a position within a statement lies in the script.
   *
   * @param position counted from 1; without one, where the statement begins
   */
  static Place of(String script, SqlStatement statement, OptionalInt position) {
    int start = script.indexOf(statement.sql(), startOfLine(script, statement.line()));
    if (start < 0) {
      return new Place(statement.line(), 1, statement.sql());
    }
    String before = script.substring(0, start + position.orElse(1) - 1);
    int lastLine = before.lastIndexOf('\n') + 1;
    return new Place(
        1 + (int) before.chars().filter(unit -> unit == '\n').count(),
        1 + before.codePointCount(lastLine, before.length()),
        statement.sql());
  }

  private static int startOfLine(String script, int line) {
    int start = 0;
    for (int passed = 1; passed < line && start >= 0; passed++) {
      start = script.indexOf('\n', start) + 1;
    }
    return start;
  }
}
