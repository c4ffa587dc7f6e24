package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.sql.NewConstraint;

/** The gentle way to a constraint, as SQL. */
final class Phases {
  private Phases() {}

  /** A check or a foreign key: made without looking at the rows, and validated later. */
  static String ofConstraint(String table, NewConstraint constraint) {
    String columns = String.join(", ", constraint.columns());
    boolean ofColumn =
        constraint.text().startsWith("REFERENCES") || constraint.text().startsWith("references");
    return """
    ALTER TABLE %1$s ADD CONSTRAINT %2$s %3$s%4$s NOT VALID;
    ALTER TABLE %1$s VALIDATE CONSTRAINT %2$s; -- in a migration of its own\
    """
        .formatted(
            table,
            name(table, constraint),
            ofColumn ? "FOREIGN KEY (" + columns + ") " : "",
            constraint.text());
  }

  /** A key: its index is built while everybody works, and then taken as the key. */
  static String ofKey(String table, NewConstraint key, String kind) {
    return """
    CREATE UNIQUE INDEX CONCURRENTLY %1$s ON %2$s (%3$s); -- outside of a transaction
    ALTER TABLE %2$s ADD CONSTRAINT %1$s %4$s USING INDEX %1$s;\
    """
        .formatted(name(table, key), table, String.join(", ", key.columns()), kind);
  }

  private static String name(String table, NewConstraint constraint) {
    if (!constraint.name().isEmpty()) {
      return constraint.name();
    }
    String ending =
        switch (constraint.kind()) {
          case PRIMARY_KEY -> "pkey";
          case UNIQUE -> "key";
          case FOREIGN_KEY -> "fkey";
          case CHECK -> "check";
          case EXCLUDE -> "excl";
          case NOT_NULL -> "not_null";
        };
    String columns = String.join("_", constraint.columns());
    return ending.equals("pkey") || columns.isEmpty()
        ? table + "_" + ending
        : table + "_" + columns + "_" + ending;
  }
}
