package dev.whimbrel.migrate.history;

import java.util.Optional;

/**
 * Who writes into the history.
 *
 * @param name the person or the service, as the operating system knows them
 * @param version of Whimbrel
 */
public record Author(String name, String version) {
  /** Whoever runs this program. */
  public static Author ofThisProcess() {
    return new Author(
        System.getProperty("user.name", "unknown"),
        Optional.ofNullable(Author.class.getPackage().getImplementationVersion())
            .orElse("development"));
  }
}
