package dev.whimbrel.sqlite.dsl;

import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.ValueSource;
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

  /** A number that is never given out twice, behind a primary key declared as INTEGER. */
  public DeclaredColumn<V> autoincrement() {
    return filledBy(new ValueSource.AutoIncrement());
  }

  @Override
  protected DeclaredColumn<V> self() {
    return this;
  }
}
