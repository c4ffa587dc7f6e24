package dev.whimbrel.dialect;

import java.util.List;

/** Knows by its kind how a statement has to run on this database. */
@FunctionalInterface
public interface StatementRules {
  Mode mode(SqlStatement statement);

  /** What puts back a setting of the session. */
  default List<String> resets(SqlStatement setting) {
    return List.of();
  }

  /**
   * Whether it is a line for a shell, such as dumps have, or about the database as a whole, so that
   * a schema can do without.
   */
  default boolean idle(SqlStatement statement) {
    return false;
  }
}
