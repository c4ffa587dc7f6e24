package dev.whimbrel.sqlite.run;

import dev.whimbrel.dialect.DatabaseException;
import java.time.Duration;

/** Waiting for another connection, a little at a time, until patience ends. */
final class Waiting {
  private static final long PAUSE = 50;

  private final long end;

  Waiting(Duration patience) {
    this.end = System.nanoTime() + patience.toNanos();
  }

  /** Whether SQLite refused because another connection is at work. */
  static boolean busy(DatabaseException refusal) {
    String message = String.valueOf(refusal.getMessage());
    return message.contains("SQLITE_BUSY") || message.contains("database is locked");
  }

  /** Waits for a moment; false when there is no time left, or the thread is to stop. */
  boolean again() {
    if (System.nanoTime() >= end) {
      return false;
    }
    try {
      Thread.sleep(PAUSE);
      return true;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
