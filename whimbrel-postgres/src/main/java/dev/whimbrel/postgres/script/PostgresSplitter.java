package dev.whimbrel.postgres.script;

import dev.whimbrel.dialect.Splitter;
import dev.whimbrel.dialect.SqlStatement;
import java.util.List;

/**
 * Takes scripts apart where psql does: at a semicolon outside of strings, names in quotes, dollar
 * quotes, comments, parentheses and the bodies of functions in standard SQL.
 */
public final class PostgresSplitter implements Splitter {
  @Override
  public List<SqlStatement> split(String script) {
    return new ScriptReading(script).statements();
  }
}
