package dev.whimbrel.cli;

/** What a run tells the shell. */
enum ExitCode {
  DONE(0, "done"),
  FAILED(1, "failed"),
  NOT_STARTED(2, "not started"),
  DECLINED(3, "declined"),
  PENDING(4, "pending"),
  DRIFT(5, "drift"),
  FINDINGS(6, "findings"),
  CONFLICT(7, "conflict"),
  LOCKED(9, "locked"),
  INTERRUPTED(130, "interrupted");

  private final int number;
  private final String status;

  ExitCode(int number, String status) {
    this.number = number;
    this.status = status;
  }

  int number() {
    return number;
  }

  /** As programs read it in JSON. */
  String status() {
    return status;
  }
}
