package dev.whimbrel.dialect;

import java.util.Optional;

/**
 * One statement of a script.
 *
 * @param sql the text, without the closing semicolon
 * @param line where it begins, counted from 1
 * @param rows what the statement reads from the script behind it, such as the rows of PostgreSQL's
 *     {@code COPY … FROM stdin}; absent where it reads nothing
 */
public record SqlStatement(String sql, int line, Optional<String> rows) {
  public SqlStatement(String sql, int line) {
    this(sql, line, Optional.empty());
  }

  /** Runs it. */
  public void executeOn(Session session) {
    if (rows.isPresent()) {
      session.copy(sql, rows.get());
    } else {
      session.execute(sql);
    }
  }
}
