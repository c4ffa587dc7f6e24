package dev.whimbrel.migrate.history;

import dev.whimbrel.migrate.directory.Direction;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.history.HistoryEntry.Event;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A line of the history that is to be written; what nobody said is null in the table. */
record HistoryLine(
    MigrationId id,
    Event event,
    Direction direction,
    String checksum,
    @Nullable Integer statement,
    Duration duration,
    @Nullable String downScript,
    @Nullable String reason) {
  HistoryLine(MigrationId id, Event event, Direction direction, String checksum) {
    this(id, event, direction, checksum, null, Duration.ZERO, null, null);
  }

  HistoryLine about(int number) {
    return new HistoryLine(id, event, direction, checksum, number, duration, downScript, reason);
  }

  HistoryLine lasting(Duration time) {
    return new HistoryLine(id, event, direction, checksum, statement, time, downScript, reason);
  }

  HistoryLine withWayBack(Optional<String> script) {
    return new HistoryLine(
        id, event, direction, checksum, statement, duration, script.orElse(null), reason);
  }

  HistoryLine because(Optional<String> why) {
    return new HistoryLine(
        id, event, direction, checksum, statement, duration, downScript, why.orElse(null));
  }
}
