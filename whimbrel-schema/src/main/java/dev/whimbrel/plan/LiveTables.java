package dev.whimbrel.plan;

import dev.whimbrel.schema.ObjectName;

/** The tables that others use while a migration runs, and that are not changed in a moment. */
@FunctionalInterface
public interface LiveTables {
  /** Whether it is one of them, by its name in the database as it is now. */
  boolean contains(ObjectName table);

  static LiveTables none() {
    return table -> false;
  }

  static LiveTables all() {
    return table -> true;
  }
}
