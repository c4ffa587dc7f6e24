package dev.whimbrel.kit.sql;

import dev.whimbrel.kit.config.DatabaseSettings;
import dev.whimbrel.migrate.jdbc.ConnectionUrl;
import dev.whimbrel.scratch.ScratchServer;
import java.util.Optional;

/**
 * The server on which things are tried: the one that the configuration names, or else one of our
 * own.
 */
public record ScratchPlace(Optional<DatabaseSettings> named) {
  /** A server, which is to be closed. */
  public ScratchServer open() {
    return named.map(ScratchPlace::at).orElseGet(ScratchServer::embedded);
  }

  private static ScratchServer at(DatabaseSettings settings) {
    ConnectionUrl url =
        ConnectionUrl.parse(settings.url()).with(settings.user(), settings.password());
    return ScratchServer.at(url.jdbcUrl(), url.user().orElse(""), url.password().orElse(""));
  }
}
