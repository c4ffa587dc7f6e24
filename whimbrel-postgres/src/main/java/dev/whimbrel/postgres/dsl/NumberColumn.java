package dev.whimbrel.postgres.dsl;

import dev.whimbrel.schema.DataType;
import java.math.BigDecimal;

/**
 * A column of numbers that may have a fraction.
 *
 * @param <V> the Java type of its values
 */
public final class NumberColumn<V extends Number> extends PostgresColumn<V, NumberColumn<V>> {
  NumberColumn(PostgresTable owner, String name, DataType type) {
    super(owner, name, type);
  }

  /** This value, when nobody says. */
  public NumberColumn<V> defaultTo(long value) {
    return defaultSql(Long.toString(value));
  }

  /** This value, when nobody says. */
  public NumberColumn<V> defaultTo(V value) {
    return defaultSql(new BigDecimal(value.toString()).toPlainString());
  }

  @Override
  protected NumberColumn<V> self() {
    return this;
  }
}
