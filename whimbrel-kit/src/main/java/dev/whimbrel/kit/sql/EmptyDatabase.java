package dev.whimbrel.kit.sql;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.kit.source.SchemaSourceException;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.scratch.ScratchDatabase;
import dev.whimbrel.scratch.ScratchException;
import dev.whimbrel.scratch.ScratchServer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * An empty database of one dialect, to try things in: in memory where the dialect has that, else on
 * a scratch server. It ends when this is closed.
 */
public final class EmptyDatabase implements AutoCloseable {
  private final JdbcSession session;
  private final Deque<Runnable> endings;

  private EmptyDatabase(JdbcSession session, Deque<Runnable> endings) {
    this.session = session;
    this.endings = endings;
    endings.push(session::close);
  }

  /**
   * Makes one.
   *
   * @throws SchemaSourceException if a server is needed and cannot be started
   */
  public static EmptyDatabase of(Dialect dialect, ScratchPlace place) {
    return dialect.memoryUrl().map(EmptyDatabase::inMemory).orElseGet(() -> onServer(place));
  }

  public Session session() {
    return session;
  }

  @Override
  public void close() {
    while (!endings.isEmpty()) {
      endings.pop().run();
    }
  }

  private static EmptyDatabase inMemory(String url) {
    JdbcSession session = JdbcSession.open(url, Optional.empty(), Optional.empty());
    return new EmptyDatabase(session, new ArrayDeque<>());
  }

  private static EmptyDatabase onServer(ScratchPlace place) {
    var endings = new ArrayDeque<Runnable>();
    try {
      ScratchServer server = place.open();
      endings.push(server::close);
      ScratchDatabase database = server.create();
      endings.push(database::close);
      return new EmptyDatabase(session(database), endings);
    } catch (ScratchException none) {
      endings.forEach(Runnable::run);
      throw new SchemaSourceException(String.valueOf(none.getMessage()), none);
    }
  }

  private static JdbcSession session(ScratchDatabase database) {
    return JdbcSession.open(
        database.url(), Optional.of(database.user()), Optional.of(database.password()));
  }
}
