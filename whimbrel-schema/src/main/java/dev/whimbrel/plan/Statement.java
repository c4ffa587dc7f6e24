package dev.whimbrel.plan;

/**
 * One SQL statement, without a closing semicolon.
 *
 * @param sql the text
 * @param transaction how it has to run
 */
public record Statement(String sql, Transaction transaction) {
  /** Where a statement runs. */
  public enum Transaction {
    INSIDE,
    /** In one of its own: what it locks is to be let go at once, and nothing held meanwhile. */
    APART,
    OUTSIDE
  }

  /** A statement that runs within the migration's transaction. */
  public static Statement of(String sql) {
    return new Statement(sql, Transaction.INSIDE);
  }

  /** A statement that takes long, and so runs in a transaction of its own. */
  public static Statement apart(String sql) {
    return new Statement(sql, Transaction.APART);
  }

  /** A statement that the database refuses in a transaction. */
  public static Statement outside(String sql) {
    return new Statement(sql, Transaction.OUTSIDE);
  }
}
