package dev.whimbrel.kit;

/** A way back that must not be taken, because nobody has proved where it leads. */
public final class UnprovenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnprovenException(String message) {
    super(message);
  }
}
