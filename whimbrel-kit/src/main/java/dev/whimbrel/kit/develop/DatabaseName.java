package dev.whimbrel.kit.develop;

import dev.whimbrel.migrate.jdbc.ConnectionUrl;

/** What a person calls a database: the last part of its URL. */
final class DatabaseName {
  private DatabaseName() {}

  static String of(ConnectionUrl url) {
    String shown = url.shown();
    return shown.substring(Math.max(shown.lastIndexOf('/'), shown.lastIndexOf(':')) + 1);
  }
}
