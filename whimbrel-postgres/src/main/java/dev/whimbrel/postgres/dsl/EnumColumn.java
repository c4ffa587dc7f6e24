package dev.whimbrel.postgres.dsl;

import dev.whimbrel.schema.DataType;

/**
 * A column of listed values.
 *
 * @param <E> the enum that lists them
 */
public final class EnumColumn<E extends Enum<E>> extends PostgresColumn<E, EnumColumn<E>> {
  EnumColumn(PostgresTable owner, String name, EnumMapping mapping) {
    super(owner, name, new DataType.Enumerated(mapping.type().name()));
    listedBy(mapping.type(), mapping.renames());
  }

  /** This value, when nobody says. */
  public EnumColumn<E> defaultTo(E value) {
    return defaultSql(SqlText.quoted(EnumMapping.label(value)));
  }

  @Override
  protected EnumColumn<E> self() {
    return this;
  }
}
