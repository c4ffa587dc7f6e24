package dev.whimbrel.migrate.history;

import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.history.HistoryEntry.Event;
import java.time.Instant;
import java.util.Optional;

/**
 * What another tool says of a migration.
 *
 * @param checksum ours, of its script, if the script is the one that the other tool ran; else
 *     whatever that tool has
 * @param at when it was, if that is known
 * @param reason how we know it, or why it failed
 * @param cure what to tell that tool once a person has looked, if it left the migration half-way
 */
public record Claim(
    MigrationId id,
    Event event,
    String checksum,
    Optional<Instant> at,
    String reason,
    Optional<String> cure) {}
