package dev.whimbrel.schema;

/** Where the desired schema is written down. */
@FunctionalInterface
public interface SchemaSource {
  /** Reads it; a source that cannot be read says so in an exception written for a person. */
  Desired read();
}
