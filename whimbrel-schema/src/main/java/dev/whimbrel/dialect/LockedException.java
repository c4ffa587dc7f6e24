package dev.whimbrel.dialect;

/** Another run holds the migration lock. */
public final class LockedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message who holds it, as far as the database tells, and what to do
   */
  public LockedException(String message) {
    super(message);
  }
}
