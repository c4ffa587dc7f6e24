package dev.whimbrel.migrate.run;

/** What was asked for cannot be done, and nothing was begun; says why and what to do. */
public final class RunRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RunRefusedException(String message) {
    super(message);
  }
}
