package dev.whimbrel.work;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Work that goes on beside the caller's. How it ended is told where it is asked for, so that what
 * fails first is what would have failed first without it.
 */
public final class Ahead<T> {
  private final CompletableFuture<T> work;

  private Ahead(CompletableFuture<T> work) {
    this.work = work;
  }

  /**
   * Begins at once, on a thread of its own, for those that all share may be held up by whoever
   * waits; what nobody asks for keeps no program from ending.
   */
  public static <T> Ahead<T> of(Supplier<T> work) {
    return of(work, Ahead::begin);
  }

  /** Begins as soon as one of these threads has time. */
  public static <T> Ahead<T> of(Supplier<T> work, Executor threads) {
    return new Ahead<>(CompletableFuture.supplyAsync(work, threads));
  }

  private static void begin(Runnable task) {
    var thread = new Thread(task, "whimbrel-ahead");
    thread.setDaemon(true);
    thread.start();
  }

  /** What came of it, or what it threw; waits for its end, even if somebody interrupts. */
  public T result() {
    try {
      return work.join();
    } catch (CompletionException ended) {
      if (ended.getCause() instanceof Error error) {
        throw error;
      }
      throw ended.getCause() instanceof RuntimeException refusal ? refusal : ended;
    }
  }
}
