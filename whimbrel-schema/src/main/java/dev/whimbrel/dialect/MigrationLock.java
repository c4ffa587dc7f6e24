package dev.whimbrel.dialect;

import java.time.Duration;

/** Keeps two runs apart. */
@FunctionalInterface
public interface MigrationLock {
  /**
   * Waits for the lock; closing what is returned lets go of it.
   *
   * @throws LockedException if another run still holds it after that time
   */
  Held acquire(Session session, Duration patience);

  /** A lock that is held. */
  interface Held extends AutoCloseable {
    @Override
    void close();
  }
}
