package dev.whimbrel.bench;

import java.util.List;

/** A program that was to be measured did not do its job. */
final class FailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final String CAUSE = "Caused by: ";

  FailedException(Program program, String said) {
    super(String.join(" ", program.command()) + " failed:\n" + said);
  }

  FailedException(String message) {
    super(message);
  }

  FailedException(String message, Throwable cause) {
    super(message, cause);
  }

  /** The last cause of a stack trace, or else the last line: there programs say why. */
  String reason() {
    List<String> said =
        String.valueOf(getMessage()).lines().filter(line -> !isOfTrace(line)).toList();
    return said.stream()
        .filter(line -> line.startsWith(CAUSE))
        .reduce((one, next) -> next)
        .or(() -> said.stream().reduce((one, next) -> next))
        .orElse("")
        .strip()
        .replaceFirst("^(?:" + CAUSE + ")?(?:[a-z]\\w*\\.)+[A-Z]\\w*: ", "")
        .replaceAll("https?://\\S+", "an address");
  }

  private static boolean isOfTrace(String line) {
    return line.isBlank() || line.startsWith("\tat ") || line.matches("\\s*\\.\\.\\. \\d+ more");
  }
}
