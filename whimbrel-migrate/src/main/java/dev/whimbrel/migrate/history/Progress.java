package dev.whimbrel.migrate.history;

import dev.whimbrel.migrate.directory.Direction;
import dev.whimbrel.migrate.history.HistoryEntry.Event;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How far a migration came that was begun and is not at its end.
 *
 * @param done that many of its first statements are done and committed
 * @param checksum of those
 * @param announced the statement that was begun outside of a transaction and never confirmed
 */
public record Progress(Direction direction, int done, String checksum, OptionalInt announced) {

  /** What the lines on one migration say, in their order; nothing where it is at an end. */
  public static Optional<Progress> of(List<HistoryEntry> lines) {
    Optional<Progress> progress = Optional.empty();
    for (HistoryEntry line : lines) {
      progress = after(progress, line);
    }
    return progress;
  }

  /** What is known with one line more. */
  static Optional<Progress> after(Optional<Progress> before, HistoryEntry line) {
    return switch (line.event()) {
      case APPLIED, ROLLED_BACK -> Optional.empty();
      case FAILED -> before;
      case DONE ->
          Optional.of(
              new Progress(
                  line.direction(),
                  line.statement().orElse(0),
                  line.checksum(),
                  OptionalInt.empty()));
      case ANNOUNCED ->
          Optional.of(
              before
                  .map(known ->
                      new Progress(
                          known.direction(), known.done(), known.checksum(), line.statement()))
                  .orElse(new Progress(line.direction(), 0, "", line.statement())));
    };
  }

  /** Whether a line changes what is known of a migration on its way. */
  public static boolean concerns(Event event) {
    return event == Event.ANNOUNCED || event == Event.DONE;
  }
}
