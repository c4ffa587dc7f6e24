package dev.whimbrel.migrate.run;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.migrate.directory.Direction;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationDirectory;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.directory.Script;
import dev.whimbrel.migrate.history.HistoryEntry;
import dev.whimbrel.migrate.history.Progress;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes tasks of scripts, and refuses before anything runs what could not run or be taken back.
 *
 * @param keptDown the way back that the history keeps
 */
record Preparation(
    MigrationDirectory directory,
    Dialect dialect,
    Standing standing,
    Function<HistoryEntry, Optional<String>> keptDown) {

  Task apply(Migration migration) {
    String file = directory.place(migration.id(), Direction.UP);
    Course course = course(migration.up(), file);
    Optional<Progress> progress = standing.progress(migration.id());
    progress.ifPresent(known -> requireSameBeginning(migration.id(), file, course, known));
    return new Task.Apply(migration, file, course, progress);
  }

  Task takeBack(HistoryEntry applied) {
    Script down = down(applied).orElseThrow(() -> noWayBack(applied.id()));
    String file = directory.place(applied.id(), Direction.DOWN);
    Course course = course(down, file);
    if (course.statements().isEmpty() && !isEmpty(applied.id())) {
      throw saysNothing(applied.id(), file, down);
    }
    Optional<Progress> progress = standing.progress(applied.id());
    progress.ifPresent(known -> requireSameBeginning(applied.id(), file, course, known));
    return new Task.TakeBack(applied, down, file, course, progress);
  }

  private Course course(Script script, String file) {
    return new Division(dialect.statementRules(), ScriptHeader.of(script.sql(), file), file)
        .course(dialect.splitter().split(script.sql()));
  }

  private Optional<Script> down(HistoryEntry applied) {
    return standing.down(applied).or(() -> keptDown.apply(applied).map(Script::new));
  }

  /** Whether the migration does nothing, so that doing nothing takes it back. */
  private boolean isEmpty(MigrationId id) {
    Migration migration = standing.migrations().get(id);
    return migration != null && dialect.splitter().split(migration.up().sql()).isEmpty();
  }

  /** What follows the statements that are done may be mended; they themselves may not. */
  private static void requireSameBeginning(
      MigrationId id, String file, Course course, Progress known) {
    boolean same =
        known.done() <= course.statements().size()
            && (known.done() == 0 || course.checksum(known.done()).equals(known.checksum()));
    if (!same) {
      throw new RunRefusedException(
          ("%s ran half-way: its first %d statements are done, and %s was edited there since."
                  + " Nothing was run. Restore those statements from version control and edit only"
                  + " what follows them; or finish it by hand and run \"whimbrel resolve %s"
                  + " --applied\".")
              .formatted(id, known.done(), file, id));
    }
  }

  private static RunRefusedException noWayBack(MigrationId id) {
    return new RunRefusedException(
        ("%s cannot be rolled back: it has no down.sql, and had none when it ran. Nothing was rolled"
                + " back. Write its down.sql, or a new migration that takes it back.")
            .formatted(id));
  }

  private static RunRefusedException saysNothing(MigrationId id, String file, Script down) {
    String words = down.sql().isBlank() ? " " : " It says:\n" + down.sql().strip() + "\n";
    return new RunRefusedException(
        ("%s cannot be rolled back: %s holds no statement.%sNothing was rolled back. Write the"
                + " statements, or a new migration that takes it back.")
            .formatted(id, file, words));
  }
}
