package dev.whimbrel.migrate.run;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.LockedException;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.history.History;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Runs tasks one by one, each wholly or not at all. */
record Executor(
    Session session, Dialect dialect, History history, Consumer<RunEvent> listener, Clock clock) {

  /**
   * Runs the tasks in order, up to the first that fails.
   *
   * @return what was done; what another run had done meanwhile is not among it
   */
  List<MigrationId> execute(List<Task> tasks) {
    List<MigrationId> done = new ArrayList<>();
    for (Task task : tasks) {
      List<MigrationId> after = ids(tasks.subList(tasks.indexOf(task) + 1, tasks.size()));
      if (execute(task, done, after)) {
        done.add(task.id());
      }
    }
    return done;
  }

  private boolean execute(Task task, List<MigrationId> before, List<MigrationId> after) {
    var attempt = new Attempt(task, session, history, listener, clock);
    listener.accept(new RunEvent.Started(task.id(), task.direction(), task.statements().size()));
    try {
      dialect.frame().run(session, task.statements(), attempt::perform);
    } catch (LockedException busy) {
      throw busy;
    } catch (RuntimeException failure) {
      throw failed(attempt, failure, before, after);
    }
    listener.accept(attempt.result());
    return attempt.isDone();
  }

  private MigrationFailedException failed(
      Attempt attempt, RuntimeException cause, List<MigrationId> before, List<MigrationId> after) {
    Failure failure = new Diagnosis(attempt, cause).failure(before, after);
    attempt.remember(failure, cause);
    listener.accept(new RunEvent.Failed(failure));
    return new MigrationFailedException(failure, cause);
  }

  private static List<MigrationId> ids(List<Task> tasks) {
    return tasks.stream().map(Task::id).toList();
  }
}
