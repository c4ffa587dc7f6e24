package dev.whimbrel.dialect;

import dev.whimbrel.schema.Schema;

/** Spells a schema as the database itself would: types, names, defaults, expressions. */
@FunctionalInterface
public interface Normalizer {
  /** The same schema in normal form; normalizing twice is normalizing once. */
  Schema normalize(Schema schema);
}
