package dev.whimbrel.postgres.run;

import dev.whimbrel.dialect.MigrationLock;
import dev.whimbrel.dialect.Session;

/**
 * The lock, held by the session until it is let go of, and what the session is set to meanwhile.
 *
 * @param timeout how long statements waited for locks before
 */
record SessionHold(Session session, String timeout, Runnable letGo) implements MigrationLock.Held {
  /** Without this, the server notices that we are gone only when it has something to say. */
  private static final String LOOK_AFTER_US =
      "SELECT set_config(name, '2000', false) FROM pg_settings"
          + " WHERE name = 'client_connection_check_interval' AND setting = '0'";

  static SessionHold settled(Session session, Runnable letGo) {
    String timeout = LockTimeout.arm(session);
    session.query(LOOK_AFTER_US);
    return new SessionHold(session, timeout, letGo);
  }

  @Override
  public void close() {
    letGo.run();
    LockTimeout.set(session, timeout);
  }
}
