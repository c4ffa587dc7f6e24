package dev.whimbrel.kit;

/** There is no embedded database here; says why, and what to do. */
public final class UnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnavailableException(Throwable cause) {
    super(cause.getMessage(), cause);
  }
}
