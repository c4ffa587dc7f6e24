package dev.whimbrel.schema.dsl;

import dev.whimbrel.schema.DataType;

/** A column of a type for which there is no word, with whatever values the driver gives. */
public final class AnyColumn extends ColumnDefinition<Object, AnyColumn> {
  AnyColumn(TableDefinition table, String name, DataType type) {
    super(table, name, type);
  }

  @Override
  protected AnyColumn self() {
    return this;
  }
}
