package dev.whimbrel.scenarios;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.migrate.jdbc.ConnectionUrl;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.postgres.PostgresDialect;
import dev.whimbrel.scratch.ScratchDatabase;
import dev.whimbrel.sqlite.SqliteDialect;
import dev.whimbrel.testkit.database.PostgresDump;
import dev.whimbrel.testkit.database.SqliteShape;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A database that is loaded from a dump, and looked at with the database's own tool. */
public record RealDatabase(ConnectionUrl url) {
  public static RealDatabase on(ScratchDatabase database) {
    return new RealDatabase(
        ConnectionUrl.parse(database.url())
            .with(Optional.of(database.user()), Optional.of(database.password())));
  }

  static RealDatabase in(Path file) {
    return new RealDatabase(ConnectionUrl.parse("jdbc:sqlite:" + file));
  }

  JdbcSession open() {
    return JdbcSession.open(url);
  }

  /** Runs the text of a dump tool, but for what is meant for its own shell. */
  void load(String dump) {
    Dialect dialect = isSqlite() ? new SqliteDialect() : new PostgresDialect();
    try (JdbcSession session = open()) {
      dialect.splitter().split(dump.replaceAll("(?m)^\\\\.*$", "")).stream()
          .filter(statement -> !statement.sql().contains("set_config"))
          .filter(statement -> !statement.sql().contains("sqlite_sequence"))
          .forEach(statement -> session.execute(statement.sql()));
    }
  }

  /** What is there, as the database's own tool tells it. */
  String shape() {
    if (!isSqlite()) {
      return new PostgresDump(url).text();
    }
    try (JdbcSession session = open()) {
      return new SqliteShape(session).text();
    }
  }

  /** What a configuration says of it by the names of variables. */
  Map<String, String> environment() {
    return Map.of(
        "DATABASE_URL",
        url.jdbcUrl(),
        "DATABASE_USER",
        url.user().orElse(""),
        "DATABASE_PASSWORD",
        url.password().orElse(""));
  }

  private boolean isSqlite() {
    return url.jdbcUrl().startsWith("jdbc:sqlite:");
  }
}
