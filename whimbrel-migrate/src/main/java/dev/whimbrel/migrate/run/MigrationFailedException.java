package dev.whimbrel.migrate.run;

/**
 * A migration failed; its message is a letter to a person, its {@link #failure} is for programs.
 */
public final class MigrationFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Failure failure;

  public MigrationFailedException(Failure failure, Throwable cause) {
    super(new FailureLetter(failure).text(), cause);
    this.failure = failure;
  }

  public Failure failure() {
    return failure;
  }
}
