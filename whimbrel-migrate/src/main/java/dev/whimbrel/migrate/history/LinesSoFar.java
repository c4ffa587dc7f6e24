package dev.whimbrel.migrate.history;

import dev.whimbrel.migrate.directory.MigrationId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The lines that were read already. They are never changed, and numbers only grow, so that of a
 * long history only what is new is read, and not all of it for each migration.
 */
final class LinesSoFar {
  private final Map<MigrationId, List<HistoryEntry>> read = new HashMap<>();
  private long last;

  /** All lines on one migration, in order. */
  List<HistoryEntry> on(MigrationId id, HistoryReading reading) {
    for (HistoryEntry entry : reading.after(last)) {
      read.computeIfAbsent(entry.id(), each -> new ArrayList<>()).add(entry);
      last = entry.number();
    }
    return List.copyOf(read.getOrDefault(id, List.of()));
  }
}
