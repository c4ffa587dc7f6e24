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

  /**
   * How values become those of this type where the column had another one: an expression over the
   * columns as they were. Without it, values are cast.
   */
  public final S using(String sql) {
    return convertedBy(sql);
  }

  /** It is never null, under a name of its own, which PostgreSQL 18 keeps. */
  public final S notNull(String constraint) {
    owner.requires(name(), constraint);
    return notNull();
  }

  /** A column that holds many of these in each row. */
  public final ArrayColumn<V> array() {
    return owner.replaced(this, new ArrayColumn<>(owner, this));
  }
}
