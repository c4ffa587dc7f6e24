package dev.whimbrel.migrate.run;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.LockedException;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.run.Failure.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Runs tasks one by one; where one does not come to its end, what it did is on record. */
record Executor(Workplace place) {
  /** After these nothing can be written, or nothing is known that is worth it. */
  private static final Set<Outcome> BEYOND_RECORD =
      Set.of(
          Outcome.NOT_BEGUN,
          Outcome.CONNECTION_LOST,
          Outcome.OUTSIDE_UNKNOWN,
          Outcome.COMMIT_UNKNOWN);

  /**
   * Runs the tasks in order, up to the first that fails.
   *
   * @return what was done; what another run had done meanwhile is not among it
   */
  List<MigrationId> execute(List<Task> tasks) {
    requireRoom(tasks);
    nameObstacles(tasks);
    List<MigrationId> done = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      if (execute(tasks.get(i), done, tasks.subList(i + 1, tasks.size()))) {
        done.add(tasks.get(i).id());
      }
    }
    return done;
  }

  private void requireRoom(List<Task> tasks) {
    place
        .lock()
        .confinement()
        .flatMap(why ->
            tasks.stream()
                .filter(task -> task.course().leavesTransactions())
                .map(task -> confined(task, why))
                .findFirst())
        .ifPresent(refusal -> {
          throw refusal;
        });
  }

  private static RunRefusedException confined(Task task, String why) {
    return new RunRefusedException(
        "%s has a statement that must run outside of a transaction. %s Nothing was run."
            .formatted(task.file(), why));
  }

  private void nameObstacles(List<Task> tasks) {
    if (!tasks.isEmpty()) {
      place.dialect().obstacles().inTheWay(place.session()).stream()
          .map(obstacle -> new RunEvent.InTheWay(tasks.getFirst().id(), obstacle))
          .forEach(place.listener());
    }
  }

  private boolean execute(Task task, List<MigrationId> before, List<Task> after) {
    var attempt = new Attempt(task, place);
    place
        .listener()
        .accept(
            new RunEvent.Started(task.id(), task.direction(), task.course().statements().size()));
    try {
      attempt.perform();
    } catch (LockedException busy) {
      throw busy;
    } catch (RuntimeException failure) {
      throw failed(attempt, failure, before, after.stream().map(Task::id).toList());
    }
    place.listener().accept(attempt.result());
    return attempt.isDone();
  }

  private MigrationFailedException failed(
      Attempt attempt, RuntimeException cause, List<MigrationId> before, List<MigrationId> after) {
    Failure failure =
        new Diagnosis(attempt, cause, place.dialect().symptoms()).failure(before, after);
    remember(attempt, failure, cause);
    place.listener().accept(new RunEvent.Failed(failure));
    return new MigrationFailedException(failure, cause);
  }

  /** Notes the failure outside of the transaction that went with it, as far as that still goes. */
  private void remember(Attempt attempt, Failure failure, RuntimeException cause) {
    if (BEYOND_RECORD.contains(failure.outcome())) {
      return;
    }
    if (attempt.task() instanceof Task.Apply apply) {
      try {
        place.history().recordFailed(apply.migration(), attempt.duration(), failure.message());
      } catch (DatabaseException second) {
        cause.addSuppressed(second);
      }
    }
  }
}
