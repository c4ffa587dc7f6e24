package dev.whimbrel.kit.draft;

/** Says why something cannot be named so. */
public final class NameException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NameException(String message) {
    super(message);
  }
}
