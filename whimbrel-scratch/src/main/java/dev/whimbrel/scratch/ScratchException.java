package dev.whimbrel.scratch;

/** Says why there is no scratch database, where that showed, and what to do next. */
public final class ScratchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ScratchException(String message) {
    super(message);
  }

  ScratchException(String message, Throwable cause) {
    super(message + ": " + cause.getMessage(), cause);
  }
}
