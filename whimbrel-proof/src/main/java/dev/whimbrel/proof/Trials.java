package dev.whimbrel.proof;

import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.work.Ahead;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;

/**
 * Tries migrations out, each at the state before it: while one is tried, the course goes on to the
 * next, so that as many are tried at once as there are processors.
 */
public record Trials(Course course) {
  /**
   * Tries those that were chosen, and goes no further than it has to.
   *
   * @param rest the migrations that the course has not passed yet, in their order
   * @param trial uses the database up, on a thread of its own
   */
  public <T> Map<MigrationId, T> of(
      List<Migration> rest,
      Set<MigrationId> chosen,
      BiFunction<Migration, TrialDatabase, T> trial) {
    int width = Math.min(chosen.size(), Runtime.getRuntime().availableProcessors());
    var begun = new LinkedHashMap<MigrationId, Ahead<T>>();
    try (ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, width))) {
      var places = new Semaphore(width + 1);
      for (Migration each : rest) {
        if (chosen.contains(each.id())) {
          places.acquireUninterruptibly();
          TrialDatabase here = course.here(List.of(each));
          begun.put(each.id(), Ahead.of(() -> tried(trial, each, here, places), threads));
        }
        if (begun.size() == chosen.size()) {
          break;
        }
        course.pass(each);
      }
    }
    return answers(begun);
  }

  private static <T> T tried(
      BiFunction<Migration, TrialDatabase, T> trial,
      Migration migration,
      TrialDatabase here,
      Semaphore places) {
    try (here) {
      return trial.apply(migration, here);
    } finally {
      places.release();
    }
  }

  private static <T> Map<MigrationId, T> answers(Map<MigrationId, Ahead<T>> begun) {
    var answers = new LinkedHashMap<MigrationId, T>();
    begun.forEach((id, answer) -> answers.put(id, answer.result()));
    return answers;
  }
}
