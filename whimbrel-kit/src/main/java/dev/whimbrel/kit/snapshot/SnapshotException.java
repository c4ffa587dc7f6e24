package dev.whimbrel.kit.snapshot;

/** Says why a snapshot cannot be used, where that showed, and what to do next. */
public final class SnapshotException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SnapshotException(String message) {
    super(message);
  }
}
