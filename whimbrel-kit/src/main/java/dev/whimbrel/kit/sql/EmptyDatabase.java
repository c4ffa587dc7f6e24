package dev.whimbrel.kit.sql;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.ServerTrace;
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
  private final StringBuilder tried = new StringBuilder();

  private EmptyDatabase(JdbcSession session, Dialect dialect, Deque<Runnable> endings) {
    this.session = session;
    this.endings = endings;
    endings.push(session::close);
    ServerTrace trace = dialect.serverTrace(session);
    endings.push(() -> trace.takeBack(tried.toString()));
  }

  /**
   * Makes one.
   *
   * @throws SchemaSourceException if a server is needed and cannot be started
   */
  public static EmptyDatabase of(Dialect dialect, ScratchPlace place) {
    return dialect
        .memoryUrl()
        .map(url -> inMemory(url, dialect))
        .orElseGet(() -> onServer(place, dialect));
  }

  /** Says that this SQL is going to run there, so that nothing of it stays on the server. */
  public void tries(String sql) {
    tried.append(sql).append('\n');
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

  private static EmptyDatabase inMemory(String url, Dialect dialect) {
    JdbcSession session = JdbcSession.open(url, Optional.empty(), Optional.empty());
    return new EmptyDatabase(session, dialect, new ArrayDeque<>());
  }

  private static EmptyDatabase onServer(ScratchPlace place, Dialect dialect) {
    var endings = new ArrayDeque<Runnable>();
    try {
      ScratchServer server = place.open();
      endings.push(server::close);
      ScratchDatabase database = server.create();
      endings.push(database::close);
      return new EmptyDatabase(session(database), dialect, endings);
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
