package dev.whimbrel.proof;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import java.util.ArrayList;

/** Takes scripts apart for review. */
public record Scripts(Dialect dialect) {
  /** The script with its statements, none of them tried yet. */
  public Script read(String text) {
    var statements = new ArrayList<ScriptStatement>();
    int at = 0;
    for (SqlStatement each : dialect.splitter().split(text)) {
      at = Math.max(at, text.indexOf(each.sql(), at));
      statements.add(ScriptStatement.of(each.sql(), each.rows(), at, each.line()));
      at += each.sql().length();
    }
    return new Script(text, statements, true);
  }
}
