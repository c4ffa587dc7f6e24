package dev.whimbrel.dialect;

import dev.whimbrel.schema.Schema;

/** Reads the schema of a live database. */
@FunctionalInterface
public interface Inspector {
  /** What is there, in normal form, without what Whimbrel itself keeps there. */
  Schema inspect(Session session);
}
