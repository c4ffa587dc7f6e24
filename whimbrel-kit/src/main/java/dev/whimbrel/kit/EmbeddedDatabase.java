package dev.whimbrel.kit;

import dev.whimbrel.kit.config.DatabaseSettings;
import dev.whimbrel.scratch.ScratchDatabase;
import dev.whimbrel.scratch.ScratchException;
import dev.whimbrel.scratch.ScratchServer;
import java.util.Optional;

/** An empty database on a server of our own, which ends when this is closed. */
public final class EmbeddedDatabase implements AutoCloseable {
  private final ScratchServer server;
  private final ScratchDatabase database;

  private EmbeddedDatabase(ScratchServer server) {
    this.server = server;
    this.database = server.create();
  }

  /**
   * Starts the server.
   *
   * @throws UnavailableException if it cannot be started
   */
  public static EmbeddedDatabase start() {
    try {
      return new EmbeddedDatabase(ScratchServer.embedded());
    } catch (ScratchException none) {
      throw new UnavailableException(none);
    }
  }

  public DatabaseSettings settings() {
    return new DatabaseSettings(
        database.url(), Optional.of(database.user()), Optional.of(database.password()));
  }

  @Override
  public void close() {
    database.close();
    server.close();
  }
}
