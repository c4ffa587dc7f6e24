package dev.whimbrel.migrate.jdbc;

import java.util.Optional;

/**
 * The way to a database as JDBC wants it, with the credentials beside it rather than in it.
 *
 * @param jdbcUrl without user and password
 */
public record ConnectionUrl(String jdbcUrl, Optional<String> user, Optional<String> password) {
  /**
   * Reads a URL in any of the forms that tools write: {@code jdbc:…}, {@code postgresql://…},
   * {@code postgres://…}, {@code sqlite:path}, {@code file:path}.
   *
   * @throws ConnectionException if it has none of these forms
   */
  public static ConnectionUrl parse(String url) {
    String text = url.strip();
    String scheme = text.contains(":") ? text.substring(0, text.indexOf(':')) : "";
    return switch (scheme) {
      case "jdbc" -> JdbcForm.read(text);
      case "postgresql", "postgres" -> ServerForm.read(text);
      case "sqlite" -> file("jdbc:sqlite:" + withoutSlashes(text.substring("sqlite:".length())));
      case "file" -> file(fileUrl(text));
      default -> throw unknown(scheme);
    };
  }

  /** The same way with other credentials, where they are given. */
  public ConnectionUrl with(Optional<String> otherUser, Optional<String> otherPassword) {
    return new ConnectionUrl(jdbcUrl, otherUser.or(() -> user), otherPassword.or(() -> password));
  }

  /** The URL for people: without credentials, and without parameters, which may hold secrets. */
  public String shown() {
    int parameters = jdbcUrl.indexOf('?');
    return parameters < 0 ? jdbcUrl : jdbcUrl.substring(0, parameters);
  }

  @Override
  public String toString() {
    return "ConnectionUrl[" + shown() + user.map(name -> ", user " + name).orElse("") + "]";
  }

  private static ConnectionUrl file(String jdbcUrl) {
    return new ConnectionUrl(jdbcUrl, Optional.empty(), Optional.empty());
  }

  /** SQLite itself reads {@code file:} with parameters, such as {@code ?mode=ro}. */
  private static String fileUrl(String text) {
    String path = withoutSlashes(text.substring("file:".length()));
    return "jdbc:sqlite:" + (path.contains("?") ? "file:" + path : path);
  }

  /** {@code //} introduces a host, and a file has none: {@code ///a} is {@code /a}. */
  private static String withoutSlashes(String path) {
    return path.startsWith("//") ? path.substring(2) : path;
  }

  private static ConnectionException unknown(String scheme) {
    return new ConnectionException(
        (scheme.isEmpty()
                ? "The database URL has no scheme"
                : "The database URL begins with \"" + scheme + ":\", which is not known here")
            + ". Write postgresql://user@host:5432/database, sqlite:path/to/file.db or jdbc:….");
  }
}
