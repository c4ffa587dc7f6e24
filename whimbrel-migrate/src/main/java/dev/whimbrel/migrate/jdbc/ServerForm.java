package dev.whimbrel.migrate.jdbc;

import java.util.Map;
import java.util.Set;

/** A {@code postgresql://} URL as psql, Prisma and Drizzle write it. */
final class ServerForm {
  /** The names that psql and Prisma use, and those of the JDBC driver. */
  private static final Map<String, String> DRIVER_NAMES =
      Map.of(
          "schema", "currentSchema",
          "connect_timeout", "connectTimeout",
          "application_name", "ApplicationName",
          "channel_binding", "channelBinding",
          "sslnegotiation", "sslNegotiation");

  /** What only concerns Prisma's pool. */
  private static final Set<String> MEANINGLESS =
      Set.of("connection_limit", "pool_timeout", "pgbouncer", "statement_cache_size");

  private ServerForm() {}

  static ConnectionUrl read(String url) {
    Parameters parameters = Parameters.of(url);
    if (parameters.find("host").filter(host -> host.startsWith("/")).isPresent()) {
      throw new ConnectionException(
          "The database URL names a Unix socket, which Java's driver cannot open. Name a host and"
              + " a port: postgresql://user@localhost:5432/database.");
    }
    String rest = url.substring(url.indexOf(':') + 1);
    return JdbcForm.read(
        "jdbc:postgresql:" + Parameters.before(rest) + forDriver(parameters).query());
  }

  private static Parameters forDriver(Parameters parameters) {
    return parameters.without(MEANINGLESS).renamed(name -> DRIVER_NAMES.getOrDefault(name, name));
  }
}
