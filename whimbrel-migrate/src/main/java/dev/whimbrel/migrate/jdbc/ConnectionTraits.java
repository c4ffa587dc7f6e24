package dev.whimbrel.migrate.jdbc;

import java.util.Map;
import java.util.Optional;

/**
 * What a JDBC driver must be told so that its connection behaves as a {@link
 * dev.whimbrel.dialect.Session} should.
 *
 * @param properties for the driver
 * @param probe a query that fails where the connection is none, for drivers that look late
 * @param begin how a transaction begins where the driver's own way would not do
 */
record ConnectionTraits(
    Map<String, String> properties, Optional<String> probe, Optional<String> begin) {
  /**
   * SQLite's transactions take the write lock at once: one that only takes it with its first write
   * fails where another run wrote after it had read, whatever the patience.
   */
  static ConnectionTraits of(String jdbcUrl) {
    if (jdbcUrl.startsWith("jdbc:sqlite:")) {
      return new ConnectionTraits(
          patience(jdbcUrl), Optional.of("PRAGMA schema_version"), Optional.of("BEGIN IMMEDIATE"));
    }
    return jdbcUrl.startsWith("jdbc:postgresql:")
        ? new ConnectionTraits(
            Map.of("ApplicationName", "whimbrel", "tcpKeepAlive", "true"),
            Optional.empty(),
            Optional.empty())
        : new ConnectionTraits(Map.of(), Optional.empty(), Optional.empty());
  }

  /** The driver would put the property above the same parameter of the URL. */
  private static Map<String, String> patience(String jdbcUrl) {
    return jdbcUrl.contains("busy_timeout=") ? Map.of() : Map.of("busy_timeout", "30000");
  }
}
