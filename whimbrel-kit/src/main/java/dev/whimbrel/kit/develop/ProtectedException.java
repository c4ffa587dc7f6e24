package dev.whimbrel.kit.develop;

/** A command for development was refused; says why, and what to do instead. */
public final class ProtectedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ProtectedException(String message) {
    super(message);
  }
}
