package dev.whimbrel.postgres.dsl;

import dev.whimbrel.schema.DataType;

/**
 * A column whose defaults are SQL.
 *
 * @param <V> the Java type of its values
 */
public final class NativeColumn<V> extends PostgresColumn<V, NativeColumn<V>> {
  NativeColumn(PostgresTable owner, String name, DataType type) {
    super(owner, name, type);
  }

  @Override
  protected NativeColumn<V> self() {
    return this;
  }
}
