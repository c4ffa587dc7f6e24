package dev.whimbrel.cli;

/** Somebody was asked, or had to be, and did not say yes. */
final class DeclinedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  DeclinedException(Problem problem) {
    super(problem.summary());
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
