package dev.whimbrel.schema;

import java.util.Optional;

/**
 * A column of a table.
 *
 * @param collation the name of a collation other than the type's own
 */
public record Column(
    String name, DataType type, boolean nullable, ValueSource value, Optional<String> collation) {
  /** A column that may be null, has no default and the type's own collation. */
  public static Column of(String name, DataType type) {
    return new Column(name, type, true, new ValueSource.Given(), Optional.empty());
  }

  public Column named(String other) {
    return new Column(other, type, nullable, value, collation);
  }

  public Column typed(DataType other) {
    return new Column(name, other, nullable, value, collation);
  }

  public Column notNull() {
    return nullable(false);
  }

  public Column nullable(boolean allowed) {
    return new Column(name, type, allowed, value, collation);
  }

  public Column filledBy(ValueSource source) {
    return new Column(name, type, nullable, source, collation);
  }

  public Column collated(String other) {
    return new Column(name, type, nullable, value, Optional.of(other));
  }

  /** Whether its value is computed and cannot be written. */
  public boolean generated() {
    return value instanceof ValueSource.Generated;
  }

  Column afterRename(String from, String to) {
    Column renamed = name.equals(from) ? named(to) : this;
    return value instanceof ValueSource.Generated(var expression, var stored)
        ? renamed.filledBy(new ValueSource.Generated(expression.renamed(from, to), stored))
        : renamed;
  }
}
