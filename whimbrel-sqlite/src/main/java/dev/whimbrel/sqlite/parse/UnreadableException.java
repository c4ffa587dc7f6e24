package dev.whimbrel.sqlite.parse;

/** Text that says what the model cannot hold; it is then carried as it is. */
final class UnreadableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableException(String message) {
    super(message);
  }
}
