package dev.whimbrel.review.script;

import dev.whimbrel.review.sql.Deed;
import dev.whimbrel.review.sql.NewColumn;
import dev.whimbrel.review.sql.NewConstraint;

/** Tells which columns of a new table are its key. */
final class Keys {
  private Keys() {}

  static boolean isKey(NewColumn column, Deed.CreateTable table) {
    return column.has(NewConstraint.Kind.PRIMARY_KEY)
        || table.constraints().stream()
            .filter(constraint -> constraint.kind() == NewConstraint.Kind.PRIMARY_KEY)
            .anyMatch(constraint -> constraint.columns().contains(column.name()));
  }
}
