package dev.whimbrel.migrate.jdbc;

/**
 * A database that could not be reached or entered; says which and why, and never shows a secret.
 */
public final class ConnectionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ConnectionException(String message) {
    super(message);
  }

  public ConnectionException(String message, Throwable cause) {
    super(message, cause);
  }
}
