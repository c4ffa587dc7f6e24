package dev.whimbrel.dialect;

import java.util.List;

/** What this database needs around the statements of one migration. */
@FunctionalInterface
public interface MigrationFrame {
  /**
   * Runs the work, which is these statements and their record in the history, wholly or not at all.
   */
  void run(Session session, List<SqlStatement> statements, Runnable work);
}
