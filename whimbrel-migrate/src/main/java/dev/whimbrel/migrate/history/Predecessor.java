package dev.whimbrel.migrate.history;

import dev.whimbrel.dialect.Session;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationId;
import java.time.Duration;
import java.util.List;

/** The history that another tool kept in this database, and perhaps still keeps. */
public interface Predecessor {
  /** What it says of migrations, in its order; the last word on each counts. */
  List<Claim> claims(Session session);

  /** Whether a table is its own, and none of the application's. */
  default boolean keeps(String table) {
    return false;
  }

  /** Makes its table where it is to be kept up to date and is not there. */
  default void prepare(Session session) {}

  /** Tells it of a migration that was applied, if it is to be kept up to date. */
  default void applied(Session session, Migration migration, Duration duration) {}

  /** Tells it of a migration that was rolled back, if it is to be kept up to date. */
  default void rolledBack(Session session, MigrationId id) {}

  /** Where there was no other tool. */
  static Predecessor none() {
    return session -> List.of();
  }
}
