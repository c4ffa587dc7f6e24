package dev.whimbrel.migrate.directory;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work that goes on beside the caller's, on a thread of its own. How it ended is told where it is
 * asked for, so that what fails first is what would have failed first without it.
 */
public final class Ahead<T> {
  private final Supplier<T> work;
  private final Thread thread;
  private @Nullable T result;
  private @Nullable Throwable failure;

  private Ahead(Supplier<T> work) {
    this.work = work;
    this.thread = new Thread(this::run, "whimbrel-ahead");
  }

  /** Begins at once; what nobody asks for keeps no program from ending. */
  public static <T> Ahead<T> of(Supplier<T> work) {
    var ahead = new Ahead<>(work);
    ahead.thread.setDaemon(true);
    ahead.thread.start();
    return ahead;
  }

  private void run() {
    try {
      result = work.get();
    } catch (RuntimeException | Error refusal) {
      failure = refusal;
    }
  }

  /** What came of it, or what it threw; waits for its end, even if somebody interrupts. */
  @SuppressWarnings("NullAway") // a result is there wherever there was no failure
  public T result() {
    join();
    if (failure instanceof RuntimeException refusal) {
      throw refusal;
    }
    if (failure instanceof Error error) {
      throw error;
    }
    return result;
  }

  private void join() {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
