package dev.whimbrel.dialect;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a database: the only way in which Whimbrel speaks to it.
 *
 * <p>What the database refuses is thrown as {@link DatabaseException}.
 */
public interface Session {
  /** The rows of a query, all of them. */
  List<Row> query(String sql, @Nullable Object... parameters);

  /** Runs one statement; gives the number of rows it touched, 0 where there is no such number. */
  long execute(String sql, @Nullable Object... parameters);

  /** Runs the work in one transaction, which an exception rolls back. */
  void inTransaction(Runnable work);

  /** Runs a statement that reads rows from the client; gives their number. */
  default long copy(String sql, String rows) {
    throw new UnsupportedOperationException(
        "This connection cannot send the rows of a COPY. Write them as INSERT statements.");
  }

  /**
   * Whether something between here and the server may hand each transaction to another of the
   * server's sessions, as a pooler does, so that nothing is kept between two transactions.
   */
  default boolean isPooled() {
    return false;
  }

  /**
   * Hands another connection to the same database to some work, and closes it afterwards. May be
   * called by another thread, so that two things are read at once.
   *
   * @return whether there was such a connection, and the work was done
   */
  default boolean beside(Consumer<Session> work) {
    return false;
  }
}
