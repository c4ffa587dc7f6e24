package dev.whimbrel.proof;

import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.scratch.ScratchDatabase;
import dev.whimbrel.scratch.ScratchServer;
import java.util.Optional;

/** Databases on a scratch server. */
record ServerBench(ScratchServer server) implements Bench {
  static ServerBench start() {
    return new ServerBench(ScratchServer.embedded());
  }

  @Override
  public TrialDatabase create() {
    return database(server.create());
  }

  @Override
  public TrialDatabase copy(TrialDatabase original) {
    original.rest();
    return database(server.createFrom(original.name()));
  }

  /** The database that was remembered with the server. */
  TrialDatabase remembered() {
    return new TrialDatabase(
        ScratchServer.REMEMBERED,
        () ->
            JdbcSession.open(
                server.url(ScratchServer.REMEMBERED),
                Optional.of(server.user()),
                Optional.of(server.password())),
        () -> {});
  }

  private static TrialDatabase database(ScratchDatabase database) {
    return new TrialDatabase(
        database.name(),
        () ->
            JdbcSession.open(
                database.url(), Optional.of(database.user()), Optional.of(database.password())),
        database::close);
  }

  @Override
  public void close() {
    server.close();
  }
}
