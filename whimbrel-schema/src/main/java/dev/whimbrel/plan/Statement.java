package dev.whimbrel.plan;

/**
 * One SQL statement, without a closing semicolon.
 *
 * @param sql the text
 * @param transaction whether it may run within a transaction
 */
public record Statement(String sql, Transaction transaction) {
  /** Where a statement runs. */
  public enum Transaction {
    INSIDE,
    OUTSIDE
  }

  /** A statement that runs within the migration's transaction. */
  public static Statement of(String sql) {
    return new Statement(sql, Transaction.INSIDE);
  }
}
