package dev.whimbrel.dialect;

/** Knows by its kind how a statement has to run on this database. */
@FunctionalInterface
public interface StatementRules {
  Mode mode(SqlStatement statement);

  /** Whether it is a line for a shell, such as dumps have, that a schema can do without. */
  default boolean idle(SqlStatement statement) {
    return false;
  }
}
