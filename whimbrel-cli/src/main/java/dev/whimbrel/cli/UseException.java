package dev.whimbrel.cli;

/** A command line that cannot be understood; says to a person why. */
final class UseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String help;

  /**
   * @param help the command line that explains
   */
  UseException(String message, String help) {
    super(message);
    this.help = help;
  }

  Problem problem() {
    return Problem.ofUse(String.valueOf(getMessage()), help);
  }
}
