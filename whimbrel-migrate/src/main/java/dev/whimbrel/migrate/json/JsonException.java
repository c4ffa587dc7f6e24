package dev.whimbrel.migrate.json;

/** A text that is no JSON; says where it stops being some. */
public final class JsonException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  JsonException(String message) {
    super(message);
  }
}
