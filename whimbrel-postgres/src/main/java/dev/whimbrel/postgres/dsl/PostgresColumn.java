package dev.whimbrel.postgres.dsl;

import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.dsl.ColumnDefinition;

/**
 * A column of a PostgreSQL table that is being declared.
 *
 * @param <V> the Java type of its values
 * @param <S> the class of the column itself
 */
public abstract class PostgresColumn<V, S extends PostgresColumn<V, S>>
    extends ColumnDefinition<V, S> {
  private final PostgresTable owner;

  PostgresColumn(PostgresTable owner, String name, DataType type) {
    super(owner, name, type);
    this.owner = owner;
  }

  PostgresColumn(PostgresTable owner, PostgresColumn<?, ?> element) {
    super(element, new DataType.Array(element.type()));
    this.owner = owner;
  }

  /** A column that holds many of these in each row. */
  public final ArrayColumn<V> array() {
    return owner.replaced(this, new ArrayColumn<>(owner, this));
  }
}
