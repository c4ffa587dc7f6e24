package dev.whimbrel.sqlite.run;

import dev.whimbrel.dialect.RefusedException;
import dev.whimbrel.dialect.Session;
import java.util.ArrayDeque;
import java.util.Deque;

/** Settings of a connection for the time of a rebuild; closing puts back what was there. */
final class Pragmas implements AutoCloseable {
  private final Session session;
  private final Deque<String> restore = new ArrayDeque<>();

  Pragmas(Session session) {
    this.session = session;
  }

  /** Renames follow into foreign keys only while {@code legacy_alter_table} is off. */
  void switchKeysOff() {
    set("foreign_keys", 0);
    set("legacy_alter_table", 0);
  }

  @Override
  public void close() {
    while (!restore.isEmpty()) {
      session.execute(restore.pop());
    }
  }

  private void set(String pragma, long value) {
    long before = read(pragma);
    if (before == value) {
      return;
    }
    restore.push("PRAGMA " + pragma + "=" + before);
    session.execute("PRAGMA " + pragma + "=" + value);
    if (read(pragma) != value) {
      throw new RefusedException(
          "SQLite did not take PRAGMA "
              + pragma
              + "="
              + value
              + ", which it ignores within a transaction. Nothing was changed; run the migration"
              + " on a connection without an open transaction.");
    }
  }

  private long read(String pragma) {
    return session.query("PRAGMA " + pragma).getFirst().number(pragma);
  }
}
