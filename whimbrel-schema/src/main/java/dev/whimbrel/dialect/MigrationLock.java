package dev.whimbrel.dialect;

import java.time.Duration;
import java.util.Optional;

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
    /** The first thing in each transaction. */
    default void enter(Session session) {}

    /**
     * Whether it is held between two transactions as well. If not, another run may have been at
     * work meanwhile, and each transaction looks again at what is done.
     */
    default boolean lasts() {
      return true;
    }

    /** Why nothing can run outside of a transaction under this lock, if so. */
    default Optional<String> confinement() {
      return Optional.empty();
    }

    @Override
    void close();
  }
}
