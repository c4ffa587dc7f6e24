package dev.whimbrel.kit;

import dev.whimbrel.migrate.jdbc.ConnectionUrl;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A database as the file that it may be. */
record DatabaseFile(ConnectionUrl url) {
  private static final Pattern FILE = Pattern.compile("(jdbc:sqlite:(?:file:)?)([^:?][^?]*)(.*)");

  /** The file, if the database is one. */
  Optional<Path> path() {
    return Optional.of(parts()).filter(Matcher::matches).map(parts -> Path.of(parts.group(2)));
  }

  /** The same database, its file looked for from this folder on. */
  ConnectionUrl in(Path folder) {
    Matcher parts = parts();
    return parts.matches()
        ? new ConnectionUrl(
            parts.group(1) + folder.resolve(parts.group(2)) + parts.group(3),
            url.user(),
            url.password())
        : url;
  }

  /** What a file that is not there holds. */
  static JdbcSession nothing() {
    return JdbcSession.open("jdbc:sqlite::memory:", Optional.empty(), Optional.empty());
  }

  private Matcher parts() {
    return FILE.matcher(url.jdbcUrl());
  }
}
