package dev.whimbrel.migrate.run;

import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.migrate.directory.Direction;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.directory.Script;
import dev.whimbrel.migrate.history.History;
import dev.whimbrel.migrate.history.HistoryEntry;
import java.time.Duration;
import java.util.List;

/** One script that is to run, whole, with its line in the history. */
sealed interface Task {
  MigrationId id();

  Direction direction();

  Script script();

  /** Where the script lies. */
  String file();

  List<SqlStatement> statements();

  /** Asked within the transaction: a run that no lock held off may have done it meanwhile. */
  boolean isDue(History history);

  void recordDone(History history, Duration duration);

  RunEvent done(Duration duration);

  /** A migration that is to be applied. */
  record Apply(Migration migration, String file, List<SqlStatement> statements) implements Task {
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
    public boolean isDue(History history) {
      return !history.isApplied(id()) || migration.repeatable();
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
  record TakeBack(HistoryEntry applied, Script script, String file, List<SqlStatement> statements)
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
    public boolean isDue(History history) {
      return history.isApplied(id());
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
