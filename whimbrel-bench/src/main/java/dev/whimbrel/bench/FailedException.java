package dev.whimbrel.bench;

/** A program that was to be measured did not do its job. */
final class FailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FailedException(Program program, String said) {
    super(String.join(" ", program.command()) + " failed:\n" + said);
  }

  FailedException(String message) {
    super(message);
  }

  FailedException(String message, Throwable cause) {
    super(message, cause);
  }

  /** The last line, which is where programs say why, without addresses. */
  String reason() {
    return String.valueOf(getMessage())
        .strip()
        .lines()
        .reduce((one, next) -> next)
        .orElse("")
        .replaceAll("https?://\\S+", "an address");
  }
}
