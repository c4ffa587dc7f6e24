package dev.whimbrel.kit;

/** An empty database cannot be had, or does not do what it is for; says why, and what to do. */
public final class UnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnavailableException(String message, Throwable cause) {
    super(message, cause);
  }

  UnavailableException(Throwable cause) {
    super(cause.getMessage(), cause);
  }
}
