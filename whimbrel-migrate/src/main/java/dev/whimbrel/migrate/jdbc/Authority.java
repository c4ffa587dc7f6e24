package dev.whimbrel.migrate.jdbc;

import java.util.Optional;

/**
 * What stands between the two slashes of a URL and the path: perhaps credentials, and hosts.
 *
 * @param credentials still encoded, {@code user} or {@code user:password}; empty if there are none
 * @param hosts one or more, with their ports
 */
record Authority(String credentials, String hosts) {
  /** The authority of a URL, if it has one; a path of {@code jdbc:sqlite:} has none. */
  static Optional<Authority> in(String url) {
    int start = url.indexOf("://") + 3;
    if (start < 3) {
      return Optional.empty();
    }
    // the last sign, so that a password may hold one too
    String text = url.substring(start, end(url, start));
    int sign = text.lastIndexOf('@');
    return Optional.of(
        new Authority(text.substring(0, Math.max(sign, 0)), text.substring(sign + 1)));
  }

  static int end(String url, int start) {
    int at = url.lastIndexOf('@');
    int slash = url.indexOf('/', Math.max(start, at));
    return slash < 0 ? url.length() : slash;
  }

  Optional<String> user() {
    int colon = credentials.indexOf(':');
    return value(colon < 0 ? credentials : credentials.substring(0, colon));
  }

  Optional<String> password() {
    int colon = credentials.indexOf(':');
    return colon < 0 ? Optional.empty() : value(credentials.substring(colon + 1));
  }

  /** The same URL without the credentials. */
  String without(String url) {
    return credentials.isEmpty() ? url : url.replace(credentials + "@", "");
  }

  private static Optional<String> value(String encoded) {
    return encoded.isEmpty() ? Optional.empty() : Optional.of(Parameters.decoded(encoded));
  }
}
