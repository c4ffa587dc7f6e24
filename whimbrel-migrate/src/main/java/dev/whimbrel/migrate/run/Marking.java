package dev.whimbrel.migrate.run;

import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.history.History;
import dev.whimbrel.migrate.run.MigrationStatus.State;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Writes into the history what a person says, and runs nothing. */
record Marking(Standing standing, History history) {
  private static final Optional<String> BY_HAND = Optional.of("marked by hand");
  private static final Optional<String> BASELINE = Optional.of("baseline");

  void applied(MigrationId id) {
    Migration migration =
        Optional.ofNullable(standing.migrations().get(id)).orElseThrow(() -> unknown(id));
    if (state(id).equals(Optional.of(State.APPLIED))) {
      throw new RunRefusedException(
          "%s is applied in this database already. Nothing was marked.".formatted(id));
    }
    history.recordApplied(migration, Duration.ZERO, BY_HAND);
  }

  void rolledBack(MigrationId id) {
    boolean untouched =
        state(id).filter(state -> state != State.PENDING && state != State.OUT_OF_ORDER).isEmpty();
    if (untouched) {
      throw new RunRefusedException(
          "%s is not applied in this database. Nothing was marked.".formatted(id));
    }
    history.recordRolledBack(id, checksum(id), Duration.ZERO, BY_HAND);
  }

  List<MigrationId> baseline(Optional<MigrationId> to) {
    if (!standing.applied().isEmpty()) {
      throw new RunRefusedException(
          ("This database has a history: %d migrations are applied. A baseline is for a database"
                  + " without one; mark single migrations with \"whimbrel resolve\". Nothing was"
                  + " marked.")
              .formatted(standing.applied().size()));
    }
    List<Migration> there = Selection.pending(standing, to);
    there.forEach(migration -> history.recordApplied(migration, Duration.ZERO, BASELINE));
    return there.stream().map(Migration::id).toList();
  }

  private Optional<State> state(MigrationId id) {
    return standing.statuses().stream()
        .filter(status -> status.id().equals(id))
        .map(MigrationStatus::state)
        .findFirst();
  }

  private String checksum(MigrationId id) {
    return Optional.ofNullable(standing.applied().get(id))
        .map(entry -> entry.checksum())
        .or(() ->
            Optional.ofNullable(standing.migrations().get(id))
                .map(migration -> migration.up().checksum()))
        .orElse("");
  }

  private static RunRefusedException unknown(MigrationId id) {
    return new RunRefusedException(
        "There is no migration %s in the folder. Nothing was marked.".formatted(id));
  }
}
