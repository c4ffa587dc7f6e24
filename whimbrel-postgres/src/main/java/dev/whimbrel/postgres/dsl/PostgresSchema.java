package dev.whimbrel.postgres.dsl;

import dev.whimbrel.schema.dsl.SchemaDefinition;

/** The one place that exports a whole schema of a PostgreSQL database. */
public abstract class PostgresSchema extends SchemaDefinition {
  protected PostgresSchema() {}

  /** Types of listed values that no column of a table uses. */
  @SafeVarargs
  protected final void enums(Class<? extends Enum<?>>... types) {
    for (Class<? extends Enum<?>> type : types) {
      object(new EnumMapping(type).type());
    }
  }
}
