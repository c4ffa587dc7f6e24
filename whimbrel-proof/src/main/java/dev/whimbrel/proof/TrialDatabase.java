package dev.whimbrel.proof;

import dev.whimbrel.dialect.Session;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A database to try things in, with the connections to it; closing it drops it. */
public final class TrialDatabase implements AutoCloseable {
  private final String name;
  private final Supplier<JdbcSession> connect;
  private final Runnable drop;
  private final List<JdbcSession> open = new ArrayList<>();
  private @Nullable JdbcSession first;

  TrialDatabase(String name, Supplier<JdbcSession> connect, Runnable drop) {
    this.name = name;
    this.connect = connect;
    this.drop = drop;
  }

  /** The same database, with more to be ended when it is closed. */
  TrialDatabase until(Runnable end) {
    return new TrialDatabase(name, connect, end);
  }

  String name() {
    return name;
  }

  /** The connection to work with, always the same one. */
  public Session session() {
    JdbcSession session = Optional.ofNullable(first).orElseGet(this::connected);
    first = session;
    return session;
  }

  /** Another connection, which stays open as long as this is. */
  public Session another() {
    return connected();
  }

  /** Closes all connections, so that it can be copied; the next use connects again. */
  void rest() {
    open.forEach(JdbcSession::close);
    open.clear();
    first = null;
  }

  private JdbcSession connected() {
    JdbcSession session = connect.get();
    open.add(session);
    return session;
  }

  @Override
  public void close() {
    rest();
    drop.run();
  }
}
