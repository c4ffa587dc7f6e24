package dev.whimbrel.migrate.run;

import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.history.HistoryEntry;
import java.util.List;
import java.util.Optional;

/** Says which migrations a run is about, or refuses to. */
final class Selection {
  private Selection() {}

  /** What is to be applied, in order. */
  static List<Migration> pending(Standing standing, Optional<MigrationId> to) {
    requireAgreement(standing);
    requireNoneHalfBack(standing);
    to.ifPresent(last -> requireKnown(standing, last));
    return standing.pending().stream()
        .filter(migration -> to.isEmpty() || migration.id().compareTo(to.get()) <= 0)
        .toList();
  }

  /** What was applied last, the last one first. */
  static List<HistoryEntry> last(Standing standing, int steps) {
    if (steps < 1) {
      throw new RunRefusedException(
          "%d migrations cannot be rolled back; name 1 or more.".formatted(steps));
    }
    requireNoneUnfinished(standing);
    return standing.applied().sequencedValues().reversed().stream().limit(steps).toList();
  }

  /** What was applied after a migration, the last one first. */
  static List<HistoryEntry> after(Standing standing, MigrationId id) {
    if (!standing.isApplied(id)) {
      throw new RunRefusedException(
          ("%s is not applied in this database, so there is no going back to it. Nothing was rolled"
                  + " back; \"whimbrel status\" lists what is applied.")
              .formatted(id));
    }
    requireNoneUnfinished(standing);
    return standing.applied().sequencedValues().reversed().stream()
        .takeWhile(entry -> !entry.id().equals(id))
        .toList();
  }

  private static void requireAgreement(Standing standing) {
    List<MigrationStatus> mismatches =
        standing.statuses().stream().filter(status -> status.state().isMismatch()).toList();
    if (!mismatches.isEmpty()) {
      throw new HistoryMismatchException(mismatches);
    }
  }

  private static void requireNoneHalfBack(Standing standing) {
    refuse(
        standing,
        MigrationStatus.State.HALF_BACK,
        "%s is half taken back: %s. Nothing was run. Run \"whimbrel rollback\" first.");
  }

  private static void requireNoneUnfinished(Standing standing) {
    refuse(
        standing,
        MigrationStatus.State.UNFINISHED,
        "%s is half applied: %s. Nothing was rolled back. Run \"whimbrel migrate\" first.");
  }

  private static void refuse(Standing standing, MigrationStatus.State state, String letter) {
    standing.statuses().stream()
        .filter(status -> status.state() == state)
        .findFirst()
        .ifPresent(status -> {
          throw new RunRefusedException(letter.formatted(status.id(), status.reason().orElse("")));
        });
  }

  private static void requireKnown(Standing standing, MigrationId id) {
    if (!standing.migrations().containsKey(id)) {
      throw new RunRefusedException(
          "There is no migration %s. Nothing was run; \"whimbrel status\" lists those there are."
              .formatted(id));
    }
  }
}
