package dev.whimbrel.migrate.history;

import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.history.HistoryEntry.Event;

/** What matters of a line of the history to a start that finds nothing to do. */
public record Gist(MigrationId id, Event event, String checksum) {}
