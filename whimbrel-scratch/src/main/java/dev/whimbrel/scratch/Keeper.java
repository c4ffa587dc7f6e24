package dev.whimbrel.scratch;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Starts a process on a thread that stays for as long as the process should: the system ends a
 * guarded process together with the thread that started it, however that comes about.
 */
final class Keeper implements AutoCloseable {
  private final CountDownLatch end = new CountDownLatch(1);
  private final CompletableFuture<Process> started = new CompletableFuture<>();

  private Keeper() {}

  static Keeper start(ProcessBuilder builder) throws IOException {
    var keeper = new Keeper();
    Thread.ofPlatform().daemon().name("scratch-server").start(() -> keeper.keep(builder));
    try {
      keeper.started.get();
      return keeper;
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      keeper.end.countDown();
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private void keep(ProcessBuilder builder) {
    try {
      var process = builder.start();
      var lifeline = process.getOutputStream();
      try (lifeline) {
        started.complete(process);
        end.await();
      }
    } catch (IOException | InterruptedException e) {
      started.completeExceptionally(e);
    }
  }

  Process process() {
    return started.join();
  }

  /** Lets go of the process and waits until it is gone. */
  @Override
  public void close() {
    end.countDown();
    await(process());
  }

  private static void await(Process process) {
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
