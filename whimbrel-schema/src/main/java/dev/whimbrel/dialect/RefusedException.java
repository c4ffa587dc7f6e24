package dev.whimbrel.dialect;

/** A dialect does not do what was asked: there is no way to, or rows would be lost. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message a letter: what is refused and why, and what can be done instead
   */
  public RefusedException(String message) {
    super(message);
  }

  /** The same, with what was thrown where it was found. */
  public RefusedException(String message, Throwable cause) {
    super(message, cause);
  }
}
