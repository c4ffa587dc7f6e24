package dev.whimbrel.testkit.database;

import dev.whimbrel.scratch.ScratchServer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Hands out an empty database for each test. The PostgreSQL server starts when it is first asked
 * for, once, and its databases are emptied and handed out again.
 */
public final class TestDatabases implements AutoCloseable {
  private final Deque<PostgresDatabase> free = new ArrayDeque<>();
  private @Nullable ScratchServer server;

  /** SQLite in memory, which is gone when its connection is. */
  public TestDatabase sqlite() {
    return SqliteDatabase.inMemory();
  }

  /** SQLite in a file of a folder of its own. */
  public TestDatabase sqliteFile() {
    return SqliteDatabase.inFile();
  }

  /** PostgreSQL, on the one server. */
  public synchronized TestDatabase postgres() {
    return free.isEmpty()
        ? new PostgresDatabase(server().create(), this::takeBack)
        : free.removeFirst();
  }

  /** The one server. */
  public synchronized ScratchServer server() {
    ScratchServer running = server;
    if (running == null) {
      running = ScratchServer.embedded();
      server = running;
    }
    return running;
  }

  private synchronized void takeBack(PostgresDatabase database) {
    database.clear();
    free.addFirst(database);
  }

  @Override
  public synchronized void close() {
    free.forEach(PostgresDatabase::end);
    free.clear();
    if (server != null) {
      server.close();
    }
  }
}
