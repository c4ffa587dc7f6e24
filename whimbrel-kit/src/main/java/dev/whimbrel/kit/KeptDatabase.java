package dev.whimbrel.kit;

import dev.whimbrel.kit.config.Configuration;
import dev.whimbrel.kit.config.ConfigurationException;
import dev.whimbrel.migrate.jdbc.ConnectionUrl;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.scratch.ScratchException;
import dev.whimbrel.scratch.ScratchServer;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The PostgreSQL that {@code url: embedded} means: a server of our own that runs while a command
 * needs it, and a folder beside the configuration in which its data stays.
 */
record KeptDatabase(Path folder) {
  private static final String DATABASE = "postgres";

  /**
   * The one of a project.
   *
   * @throws ConfigurationException in a protected environment
   */
  static KeptDatabase of(Configuration configuration) {
    if (configuration.isProtected()) {
      throw new ConfigurationException(
          "The embedded database is for development, and this environment of %s is protected. Name its own database there."
              .formatted(configuration.file()));
    }
    return in(configuration.folder());
  }

  /** The one of the project in this folder. */
  static KeptDatabase in(Path project) {
    return new KeptDatabase(project.resolve(".whimbrel").resolve(DATABASE));
  }

  /** What stands for its address, which is another each time it starts. */
  static ConnectionUrl url() {
    return new ConnectionUrl("jdbc:postgresql:embedded", Optional.empty(), Optional.empty());
  }

  /** Starts the server, which ends when the session is closed. */
  JdbcSession open() {
    ScratchServer server = started();
    try {
      return JdbcSession.open(address(server)).closing(server::close);
    } catch (RuntimeException failure) {
      server.close();
      throw failure;
    }
  }

  /** Starts the server. */
  ScratchServer started() {
    try {
      return ScratchServer.kept(folder);
    } catch (ScratchException none) {
      throw new UnavailableException(none);
    }
  }

  /** The way to the one database of a server that runs. */
  static ConnectionUrl address(ScratchServer server) {
    return new ConnectionUrl(
        server.url(DATABASE), Optional.of(server.user()), Optional.of(server.password()));
  }
}
