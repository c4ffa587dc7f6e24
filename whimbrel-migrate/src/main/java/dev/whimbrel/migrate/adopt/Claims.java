package dev.whimbrel.migrate.adopt;

import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.history.Claim;
import dev.whimbrel.migrate.history.HistoryEntry.Event;
import java.time.Instant;
import java.util.Optional;

/**
 * Words for what a table of another tool says.
 *
 * @param table the table, for people
 */
record Claims(String table) {
  /**
   * A migration that ran, and whose script is still the one that ran.
   *
   * @param at when, if known
   */
  Claim applied(Migration migration, Optional<Instant> at) {
    return new Claim(
        migration.id(),
        Event.APPLIED,
        migration.up().checksum(),
        at,
        "carried over from " + table,
        Optional.empty());
  }

  /**
   * A migration that ran with another script.
   *
   * @param hash what the table has of that script
   */
  Claim edited(Migration migration, String hash, Optional<Instant> at) {
    return new Claim(
        migration.id(),
        Event.APPLIED,
        hash,
        at,
        "carried over from %s, where its script has the hash %s".formatted(table, hash),
        Optional.empty());
  }

  /** A migration that ran and whose file is gone. */
  Claim gone(String name, String hash, Optional<Instant> at) {
    return new Claim(
        new MigrationId(name),
        Event.APPLIED,
        hash,
        at,
        "carried over from " + table,
        Optional.empty());
  }

  /**
   * A migration that did not end well.
   *
   * @param cure what to tell the tool, if part of it may be there
   */
  Claim failed(MigrationId id, String why, Optional<Instant> at, Optional<String> cure) {
    return new Claim(
        id, Event.FAILED, "", at, "failed, says %s: %s".formatted(table, why.strip()), cure);
  }

  Claim rolledBack(MigrationId id, Optional<Instant> at) {
    return new Claim(id, Event.ROLLED_BACK, "", at, "rolled back, says " + table, Optional.empty());
  }
}
