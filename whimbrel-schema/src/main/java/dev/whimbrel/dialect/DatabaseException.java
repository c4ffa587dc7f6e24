package dev.whimbrel.dialect;

import java.util.Optional;
import java.util.OptionalInt;

/** What a database said when it refused a statement. */
public final class DatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String sqlState;
  private final int position;
  private final String hint;

  /**
   * @param message the database's own words
   * @param sqlState five characters, or empty
   * @param position in characters from the start of the statement, counted from 1; 0 is unknown
   * @param hint the database's advice, or empty
   */
  public DatabaseException(
      String message, String sqlState, int position, String hint, Throwable cause) {
    super(message, cause);
    this.sqlState = sqlState;
    this.position = position;
    this.hint = hint;
  }

  public Optional<String> sqlState() {
    return sqlState.isEmpty() ? Optional.empty() : Optional.of(sqlState);
  }

  /** Where in the statement the database stumbled, counted from 1. */
  public OptionalInt position() {
    return position > 0 ? OptionalInt.of(position) : OptionalInt.empty();
  }

  public Optional<String> hint() {
    return hint.isEmpty() ? Optional.empty() : Optional.of(hint);
  }
}
