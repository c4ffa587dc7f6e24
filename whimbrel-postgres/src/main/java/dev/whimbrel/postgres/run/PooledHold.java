package dev.whimbrel.postgres.run;

import dev.whimbrel.dialect.MigrationLock;
import dev.whimbrel.dialect.Session;
import java.util.Optional;

/**
 * The lock behind a pooler, which each transaction takes for itself.
 *
 * @param take waits for it, within the transaction
 */
record PooledHold(Runnable take) implements MigrationLock.Held {
  @Override
  public void enter(Session session) {
    take.run();
    LockTimeout.armLocally(session);
  }

  @Override
  public boolean lasts() {
    return false;
  }

  @Override
  public Optional<String> confinement() {
    return Optional.of(
        "Between here and the server is a pooler (the server's process is not the one that answered"
            + " first), and behind it nothing holds a lock outside of transactions. Name the"
            + " server's own host and port in the database URL for this run.");
  }

  @Override
  public void close() {}
}
