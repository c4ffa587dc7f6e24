package dev.whimbrel.kit.source;

/** A schema could not be read from where it is written; the message is for its author. */
public final class SchemaSourceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SchemaSourceException(String message) {
    super(message);
  }

  public SchemaSourceException(String message, Throwable cause) {
    super(message, cause);
  }
}
