package dev.whimbrel.migrate.run;

import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.migrate.directory.Direction;
import dev.whimbrel.migrate.directory.MigrationId;
import java.time.Duration;

/** What happens during a run, told while it happens. */
public sealed interface RunEvent {
  MigrationId id();

  /** A migration begins. */
  record Started(MigrationId id, Direction direction, int statements) implements RunEvent {}

  /**
   * A statement ran; nothing is committed yet.
   *
   * @param number counts the migration's statements from 1
   */
  record StatementDone(MigrationId id, int number, SqlStatement statement, Duration duration)
      implements RunEvent {}

  /** A statement of a run that died had done its work; it did not run again. */
  record FoundDone(MigrationId id, int number, SqlStatement statement) implements RunEvent {}

  /**
   * Somebody else was in the way for too long; what was open was rolled back and begins anew.
   *
   * @param attempt counted from 1
   */
  record TriedAgain(MigrationId id, int attempt) implements RunEvent {}

  /**
   * Something may make the run wait.
   *
   * @param id the first migration of the run
   * @param what a sentence
   */
  record InTheWay(MigrationId id, String what) implements RunEvent {}

  /** A migration and its line in the history are committed. */
  record Applied(MigrationId id, Duration duration) implements RunEvent {}

  /** A migration is taken back, and its line in the history committed. */
  record RolledBack(MigrationId id, Duration duration) implements RunEvent {}

  /** Another run was faster; nothing was left to do. */
  record AlreadyDone(MigrationId id) implements RunEvent {}

  /** A migration failed; the run ends. */
  record Failed(Failure failure) implements RunEvent {
    @Override
    public MigrationId id() {
      return failure.id();
    }
  }
}
