package dev.whimbrel.scenarios.peers;

/** What came of one case. */
public sealed interface Outcome {
  /** There, nothing more to do, and back. */
  record Passed() implements Outcome {}

  /** PostgreSQL itself does not take one of the two scripts. */
  record DoesNotLoad(String reason) implements Outcome {}

  /** Whimbrel said that it cannot, and why. */
  record Refused(String message) implements Outcome {}

  /**
   * It went wrong.
   *
   * @param stage how far it came
   */
  record Failed(String stage, String detail) implements Outcome {}
}
