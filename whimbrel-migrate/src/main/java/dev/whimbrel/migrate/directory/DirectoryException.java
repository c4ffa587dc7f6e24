package dev.whimbrel.migrate.directory;

/** A migration directory that cannot be read or written; says which file, and what to do. */
public final class DirectoryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DirectoryException(String message) {
    super(message);
  }

  public DirectoryException(String message, Throwable cause) {
    super(message, cause);
  }
}
