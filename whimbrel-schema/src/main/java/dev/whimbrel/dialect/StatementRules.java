package dev.whimbrel.dialect;

/** Knows by its kind how a statement has to run on this database. */
@FunctionalInterface
public interface StatementRules {
  Mode mode(SqlStatement statement);
}
