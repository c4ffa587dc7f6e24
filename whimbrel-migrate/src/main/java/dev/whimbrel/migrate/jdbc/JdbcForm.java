package dev.whimbrel.migrate.jdbc;

import java.util.Optional;
import java.util.Set;

/** A URL as JDBC drivers take it, with whatever credentials somebody put into it. */
final class JdbcForm {
  private JdbcForm() {}

  static ConnectionUrl read(String url) {
    Parameters parameters = Parameters.of(url);
    String path = Parameters.before(url);
    Optional<Authority> authority = Authority.in(path);
    return new ConnectionUrl(
        authority.map(found -> found.without(path)).orElse(path)
            + parameters.without(Set.of("user", "password")).query(),
        parameters.find("user").or(() -> authority.flatMap(Authority::user)),
        parameters.find("password").or(() -> authority.flatMap(Authority::password)));
  }
}
