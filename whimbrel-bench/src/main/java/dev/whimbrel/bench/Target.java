package dev.whimbrel.bench;

import java.net.URI;

/** A database that a job works on, as each tool wants it named. */
sealed interface Target {
  String jdbcUrl();

  /** Lines for {@code whimbrel.yaml}. */
  String settings();

  /** A PostgreSQL. */
  record Postgres(String jdbcUrl, String user, String password) implements Target {
    @Override
    public String settings() {
      return "dialect: postgresql\ndatabase:\n  url: %s\n  user: %s\n  password: %s\n"
          .formatted(jdbcUrl, user, password);
    }

    /** As libpq and the tools of Node take it. */
    String uri() {
      URI there = URI.create(jdbcUrl.substring("jdbc:".length()));
      return "postgresql://%s:%s@%s:%d%s?sslmode=disable"
          .formatted(user, password, there.getHost(), there.getPort(), there.getPath());
    }
  }

  /** A file. */
  record Sqlite(String file) implements Target {
    @Override
    public String jdbcUrl() {
      return "jdbc:sqlite:" + file;
    }

    @Override
    public String settings() {
      return "dialect: sqlite\ndatabase:\n  url: sqlite:%s\n".formatted(file);
    }
  }
}
