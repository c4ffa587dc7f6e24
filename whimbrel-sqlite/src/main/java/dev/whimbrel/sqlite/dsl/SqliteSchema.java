package dev.whimbrel.sqlite.dsl;

import dev.whimbrel.schema.dsl.SchemaDefinition;

/** The one place that exports a whole schema of an SQLite database. */
public abstract class SqliteSchema extends SchemaDefinition {
  protected SqliteSchema() {}
}
