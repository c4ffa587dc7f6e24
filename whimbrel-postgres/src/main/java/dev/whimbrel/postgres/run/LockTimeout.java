package dev.whimbrel.postgres.run;

import dev.whimbrel.dialect.Session;

/** How long a statement waits for a lock before it gives up; whoever set it before us knows why. */
final class LockTimeout {
  private static final String OURS = "4s";
  private static final String READ = "SELECT current_setting('lock_timeout') AS timeout";

  private LockTimeout() {}

  /** Sets ours where there is none; gives what was there. */
  static String arm(Session session) {
    return swap(session, "0", OURS);
  }

  /** Waits without end from now on; gives what was there. */
  static String disarm(Session session) {
    String before = session.query(READ).getFirst().text("timeout");
    if (!before.equals("0")) {
      set(session, "0");
    }
    return before;
  }

  static void set(Session session, String timeout) {
    if (!timeout.equals("0")) {
      session.query("SELECT set_config('lock_timeout', ?, false)", timeout);
    } else {
      session.execute("SET lock_timeout = 0");
    }
  }

  /** Within a transaction, and until its end. */
  static void armLocally(Session session) {
    session.query(
        "SELECT set_config('lock_timeout', ?, true) WHERE current_setting('lock_timeout') = '0'",
        OURS);
  }

  private static String swap(Session session, String from, String to) {
    String before = session.query(READ).getFirst().text("timeout");
    if (before.equals(from)) {
      set(session, to);
    }
    return before;
  }
}
