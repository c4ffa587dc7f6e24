package dev.whimbrel.kit.compare;

/** A schema refers to something that it does not have; says where, and what to do. */
public final class ConsistencyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ConsistencyException(String message) {
    super(message);
  }
}
