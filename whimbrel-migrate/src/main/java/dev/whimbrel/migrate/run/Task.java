package dev.whimbrel.migrate.run;

import dev.whimbrel.migrate.directory.Direction;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.directory.Script;
import dev.whimbrel.migrate.history.History;
import dev.whimbrel.migrate.history.HistoryEntry;
import dev.whimbrel.migrate.history.Progress;
import java.time.Duration;
import java.util.Optional;

/** One script that is to run, with its line in the history. */
sealed interface Task {
  MigrationId id();

  Direction direction();

  Script script();

  /** Where the script lies. */
  String file();

  Course course();

  /** How far an earlier run came. */
  Optional<Progress> progress();

  void recordDone(History history, Duration duration);

  RunEvent done(Duration duration);

  /** A migration that is to be applied. */
  record Apply(Migration migration, String file, Course course, Optional<Progress> progress)
      implements Task {
    @Override
    public MigrationId id() {
      return migration.id();
    }

    @Override
    public Direction direction() {
      return Direction.UP;
    }

    @Override
    public Script script() {
      return migration.up();
    }

    @Override
    public void recordDone(History history, Duration duration) {
      history.recordApplied(migration, duration);
    }

    @Override
    public RunEvent done(Duration duration) {
      return new RunEvent.Applied(id(), duration);
    }
  }

  /** A migration that is to be taken back. */
  record TakeBack(
      HistoryEntry applied, Script script, String file, Course course, Optional<Progress> progress)
      implements Task {
    @Override
    public MigrationId id() {
      return applied.id();
    }

    @Override
    public Direction direction() {
      return Direction.DOWN;
    }

    @Override
    public void recordDone(History history, Duration duration) {
      history.recordRolledBack(applied, duration);
    }

    @Override
    public RunEvent done(Duration duration) {
      return new RunEvent.RolledBack(id(), duration);
    }
  }
}
