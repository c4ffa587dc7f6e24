package dev.whimbrel.postgres.dsl;

import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.ValueSource;

/**
 * A column of whole numbers.
 *
 * @param <V> the Java type of its values
 */
public final class IntegerColumn<V extends Number> extends PostgresColumn<V, IntegerColumn<V>> {
  IntegerColumn(PostgresTable owner, String name, int bits) {
    super(owner, name, new DataType.Int(bits));
  }

  /** This value, when nobody says. */
  public IntegerColumn<V> defaultTo(long value) {
    return defaultSql(Long.toString(value));
  }

  /** It counts by itself and cannot be given. */
  public IntegerColumn<V> generatedAlwaysAsIdentity() {
    return generatedAlwaysAsIdentity(Sequence.PLAIN);
  }

  /** It counts by itself in this way and cannot be given. */
  public IntegerColumn<V> generatedAlwaysAsIdentity(Sequence sequence) {
    return filledBy(new ValueSource.Identity(true, sequence.options())).neverNull();
  }

  /** It counts by itself when nobody says. */
  public IntegerColumn<V> generatedByDefaultAsIdentity() {
    return generatedByDefaultAsIdentity(Sequence.PLAIN);
  }

  /** It counts by itself in this way when nobody says. */
  public IntegerColumn<V> generatedByDefaultAsIdentity(Sequence sequence) {
    return filledBy(new ValueSource.Identity(false, sequence.options())).neverNull();
  }

  IntegerColumn<V> serial() {
    return filledBy(new ValueSource.Serial()).neverNull();
  }

  @Override
  protected IntegerColumn<V> self() {
    return this;
  }
}
