package dev.whimbrel.dialect;

import java.util.List;

/** What this database needs around the statements of one migration. */
@FunctionalInterface
public interface MigrationFrame {
  /**
   * Runs the work, which is some of these statements and their record in the history, wholly or not
   * at all. Where somebody else was in the way, it is rolled back and run again from its beginning.
   *
   * @param statements all that the migration says
   */
  void run(Session session, List<SqlStatement> statements, Runnable work);

  /** Runs a statement where no transaction is open. */
  default void runOutside(Session session, SqlStatement statement) {
    statement.executeOn(session);
  }

  /** Puts back what these statements set for the session, for the sake of the next migration. */
  default void settle(Session session, List<SqlStatement> settings) {}
}
