package dev.whimbrel.schema.dsl;

/** Something in a schema written in Java does not fit together; the message is for its author. */
public final class DefinitionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DefinitionException(String message) {
    super(message);
  }
}
