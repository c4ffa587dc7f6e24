package dev.whimbrel.postgres.dsl;

import java.util.List;

/**
 * A column that holds many values in each row.
 *
 * @param <V> the Java type of one of them
 */
public final class ArrayColumn<V> extends PostgresColumn<List<V>, ArrayColumn<V>> {
  ArrayColumn(PostgresTable owner, PostgresColumn<V, ?> element) {
    super(owner, element);
  }

  /** None, when nobody says. */
  public ArrayColumn<V> defaultEmpty() {
    return defaultSql("'{}'");
  }

  @Override
  protected ArrayColumn<V> self() {
    return this;
  }
}
