package dev.whimbrel.sqlite.dsl;

import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.ValueSource;
import dev.whimbrel.schema.dsl.ColumnDefinition;

/**
 * A column of whole numbers.
 *
 * @param <V> the Java type of its values
 */
public final class IntegerColumn<V extends Number> extends ColumnDefinition<V, IntegerColumn<V>> {
  IntegerColumn(SqliteTable owner, String name, DataType type) {
    super(owner, name, type);
  }

  /** A number that is never given out twice, behind a primary key. */
  public IntegerColumn<V> autoincrement() {
    return filledBy(new ValueSource.AutoIncrement());
  }

  /** This value, when nobody says. */
  public IntegerColumn<V> defaultTo(long value) {
    return defaultSql(Long.toString(value));
  }

  @Override
  protected IntegerColumn<V> self() {
    return this;
  }
}
