package dev.whimbrel.proof;

import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
    var begun = new LinkedHashMap<MigrationId, CompletableFuture<T>>();
    try (ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, width))) {
      var places = new Semaphore(width + 1);
      for (Migration each : rest) {
        if (chosen.contains(each.id())) {
          places.acquireUninterruptibly();
          TrialDatabase here = course.here(List.of(each));
          CompletableFuture<T> answer =
              CompletableFuture.supplyAsync(() -> tried(trial, each, here), threads);
          begun.put(each.id(), answer.whenComplete((done, failure) -> places.release()));
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
      BiFunction<Migration, TrialDatabase, T> trial, Migration migration, TrialDatabase here) {
    try (here) {
      return trial.apply(migration, here);
    }
  }

  private static <T> Map<MigrationId, T> answers(Map<MigrationId, CompletableFuture<T>> begun) {
    var answers = new LinkedHashMap<MigrationId, T>();
    begun.forEach((id, answer) -> answers.put(id, joined(answer)));
    return answers;
  }

  private static <T> T joined(CompletableFuture<T> answer) {
    try {
      return answer.join();
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failure;
    }
  }
}
