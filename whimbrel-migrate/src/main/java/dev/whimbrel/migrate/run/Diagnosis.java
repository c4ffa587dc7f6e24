package dev.whimbrel.migrate.run;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.dialect.Symptoms;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.run.Failure.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Works out of an attempt and what it threw what happened. */
record Diagnosis(Attempt attempt, RuntimeException cause, Symptoms symptoms) {

  Failure failure(List<MigrationId> before, List<MigrationId> after) {
    Task task = attempt.task();
    return new Failure(
        task.id(),
        task.direction(),
        task.file(),
        attempt.statement().map(this::place),
        outcome(),
        attempt.done(),
        task.course().statements().size(),
        refusal().flatMap(DatabaseException::sqlState),
        String.valueOf(cause.getMessage()),
        refusal().flatMap(DatabaseException::hint),
        refusal().flatMap(told -> symptoms.explanation(told, task.id().value())),
        before,
        after);
  }

  private Place place(SqlStatement statement) {
    return Place.of(
        attempt.task().script().sql(),
        statement,
        refusal().map(DatabaseException::position).orElse(OptionalInt.empty()));
  }

  private Outcome outcome() {
    return switch (attempt.phase()) {
      case COMMITTING -> isConnectionLost() ? Outcome.COMMIT_UNKNOWN : Outcome.NOTHING_KEPT;
      case WAITING -> isConnectionLost() ? Outcome.CONNECTION_LOST : Outcome.NOT_BEGUN;
      case RUNNING_OUTSIDE -> isConnectionLost() ? Outcome.OUTSIDE_UNKNOWN : Outcome.OUTSIDE;
      case RUNNING, RECORDING, NOT_DUE ->
          isConnectionLost() ? Outcome.CONNECTION_LOST : Outcome.NOTHING_KEPT;
    };
  }

  /** Class 08 is the connection's; 57P01 to 57P05 are how PostgreSQL says goodbye. */
  private boolean isConnectionLost() {
    return refusal()
        .flatMap(DatabaseException::sqlState)
        .filter(state -> state.startsWith("08") || state.startsWith("57P"))
        .isPresent();
  }

  private Optional<DatabaseException> refusal() {
    return cause instanceof DatabaseException refusal ? Optional.of(refusal) : Optional.empty();
  }
}
