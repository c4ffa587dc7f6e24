package dev.whimbrel.kit;

import dev.whimbrel.kit.config.DatabaseSettings;
import dev.whimbrel.migrate.jdbc.ConnectionUrl;
import dev.whimbrel.scratch.ScratchException;
import dev.whimbrel.scratch.ScratchServer;
import java.nio.file.Path;
import java.util.Optional;

/** A database on a server of our own, which ends when this is closed. */
public final class EmbeddedDatabase implements AutoCloseable {
  private final ScratchServer server;
  private final DatabaseSettings settings;

  private EmbeddedDatabase(ScratchServer server, DatabaseSettings settings) {
    this.server = server;
    this.settings = settings;
  }

  /**
   * Starts a server with an empty database that goes with it.
   *
   * @throws UnavailableException if it cannot be started
   */
  public static EmbeddedDatabase start() {
    try {
      ScratchServer server = ScratchServer.embedded();
      var database = server.create();
      return new EmbeddedDatabase(
          server,
          new DatabaseSettings(
              database.url(), Optional.of(database.user()), Optional.of(database.password())));
    } catch (ScratchException none) {
      throw new UnavailableException(none);
    }
  }

  /**
   * Starts the server of {@code url: embedded}, whose data stays, for more than one command.
   *
   * @param project the folder of the configuration
   * @throws UnavailableException if it cannot be started
   */
  public static EmbeddedDatabase kept(Path project) {
    ScratchServer server = KeptDatabase.in(project).started();
    ConnectionUrl url = KeptDatabase.address(server);
    return new EmbeddedDatabase(
        server, new DatabaseSettings(url.jdbcUrl(), url.user(), url.password()));
  }

  public DatabaseSettings settings() {
    return settings;
  }

  @Override
  public void close() {
    server.close();
  }
}
