package dev.whimbrel.migrate.history;

import dev.whimbrel.migrate.directory.MigrationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of the history: what once happened to a migration in this database. Lines are added,
 * never changed and never removed.
 *
 * @param number counts the lines from 1
 * @param checksum of the script up as it was
 * @param downScript the way back as it was, so that it can be gone when the file is not there
 * @param reason why it failed, if it did
 */
public record HistoryEntry(
    long number,
    MigrationId id,
    Event event,
    String checksum,
    Instant recordedAt,
    String recordedBy,
    Duration duration,
    String whimbrelVersion,
    Optional<String> downScript,
    Optional<String> reason) {

  /** What can happen to a migration. */
  public enum Event {
    APPLIED,
    /** It was tried, and the database took back all of it. */
    FAILED,
    ROLLED_BACK
  }
}
