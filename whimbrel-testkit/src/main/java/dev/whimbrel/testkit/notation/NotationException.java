package dev.whimbrel.testkit.notation;

/** Text that is not a schema. */
public final class NotationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotationException(String message) {
    super(message);
  }
}
