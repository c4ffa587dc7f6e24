package dev.whimbrel.scenarios;

import dev.whimbrel.migrate.jdbc.ConnectionUrl;
import java.net.URI;

/** Where a database is, as drivers of Node read it. */
final class NodeUrl {
  private NodeUrl() {}

  static String of(ConnectionUrl url) {
    if (url.jdbcUrl().startsWith("jdbc:sqlite:")) {
      return "file:" + url.jdbcUrl().substring("jdbc:sqlite:".length());
    }
    URI address = URI.create(url.jdbcUrl().substring("jdbc:".length()));
    return "postgresql://%s:%s@%s:%d%s"
        .formatted(
            url.user().orElse(""),
            url.password().orElse(""),
            address.getHost(),
            address.getPort(),
            address.getPath());
  }
}
