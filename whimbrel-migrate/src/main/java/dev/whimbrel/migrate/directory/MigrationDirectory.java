package dev.whimbrel.migrate.directory;

import java.util.List;

/** A directory of migrations; each layout is one class that implements it. */
public interface MigrationDirectory {
  /** All migrations, in the order in which they run. */
  List<Migration> migrations();

  /** Where a script lies, as a person would look for it. */
  default String place(MigrationId id, Direction direction) {
    return id + "/" + (direction == Direction.UP ? "migration.sql" : "down.sql");
  }

  /** What lies there and is no migration; what belongs to other programs is not listed. */
  default List<Ignored> ignored() {
    return List.of();
  }

  /** What is not as its layout wants it, though it does not keep the rest from running. */
  default List<Oddity> oddities() {
    return List.of();
  }
}
