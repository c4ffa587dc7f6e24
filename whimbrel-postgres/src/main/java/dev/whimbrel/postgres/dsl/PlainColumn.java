package dev.whimbrel.postgres.dsl;

import dev.whimbrel.schema.DataType;
import java.util.function.Function;

/**
 * A column with constants as its defaults.
 *
 * @param <V> the Java type of its values
 */
public final class PlainColumn<V> extends PostgresColumn<V, PlainColumn<V>> {
  private final Function<V, String> literal;

  PlainColumn(PostgresTable owner, String name, DataType type, Function<V, String> literal) {
    super(owner, name, type);
    this.literal = literal;
  }

  /** This value, when nobody says. */
  public PlainColumn<V> defaultTo(V value) {
    return defaultSql(literal.apply(value));
  }

  @Override
  protected PlainColumn<V> self() {
    return this;
  }
}
