package dev.whimbrel.migrate.history;

import dev.whimbrel.migrate.directory.Direction;
import dev.whimbrel.migrate.directory.MigrationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One line of the history: what once happened to a migration in this database. Lines are added,
 * never changed and never removed.
 *
 * @param number counts the lines from 1; 0 is not written yet, but known from another tool
 * @param statement the one that the line is about, counted from 1; none if it is about all
 * @param checksum of the script up as it was; of the statements so far where it is about one
 * @param at when, in the form of {@link Instant#toString}
 * @param reason why it failed, or who marked it by hand
 */
public record HistoryEntry(
    long number,
    MigrationId id,
    Event event,
    Direction direction,
    OptionalInt statement,
    String checksum,
    String at,
    String recordedBy,
    Duration duration,
    String whimbrelVersion,
    Optional<String> reason) {

  /** When that was; read only where somebody asks, for a start with nothing to do never does. */
  public Instant recordedAt() {
    return Instant.parse(at);
  }

  /** Whether it is known from another tool only. */
  public boolean isInherited() {
    return number == 0;
  }

  /** What can happen to a migration. */
  public enum Event {
    APPLIED,
    /** It was tried, and the database took back what it had not committed. */
    FAILED,
    ROLLED_BACK,
    /** A statement was about to run outside of a transaction. */
    ANNOUNCED,
    /** The statements up to this one are done, with more to come. */
    DONE
  }
}
