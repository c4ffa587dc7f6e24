package dev.whimbrel.kit.config;

import java.util.Optional;

/**
 * How a database is reached.
 *
 * @param url as the user wrote it, in any of the forms that tools write
 */
public record DatabaseSettings(String url, Optional<String> user, Optional<String> password) {
  /** A database whose URL says all. */
  public static DatabaseSettings of(String url) {
    return new DatabaseSettings(url, Optional.empty(), Optional.empty());
  }

  /** Whether it is the server that Whimbrel itself starts and keeps beside the configuration. */
  public boolean isEmbedded() {
    return url.strip().equals("embedded");
  }

  /** Without anything that may be a secret. */
  @Override
  public String toString() {
    return "DatabaseSettings";
  }
}
