package dev.whimbrel.sqlite.dsl;

import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.dsl.ColumnDefinition;

/**
 * A column whose defaults are SQL.
 *
 * @param <V> the Java type of its values
 */
public final class DeclaredColumn<V> extends ColumnDefinition<V, DeclaredColumn<V>> {
  DeclaredColumn(SqliteTable owner, String name, DataType type) {
    super(owner, name, type);
  }

  @Override
  protected DeclaredColumn<V> self() {
    return this;
  }
}
