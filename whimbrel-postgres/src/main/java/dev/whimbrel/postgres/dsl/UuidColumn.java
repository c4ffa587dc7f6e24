package dev.whimbrel.postgres.dsl;

import dev.whimbrel.schema.DataType;
import java.util.UUID;

/** A column of UUIDs. */
public final class UuidColumn extends PostgresColumn<UUID, UuidColumn> {
  UuidColumn(PostgresTable owner, String name) {
    super(owner, name, new DataType.Uuid());
  }

  /** A new one, when nobody says. */
  public UuidColumn defaultRandom() {
    return defaultSql("gen_random_uuid()");
  }

  /** This value, when nobody says. */
  public UuidColumn defaultTo(UUID value) {
    return defaultSql(SqlText.quoted(value.toString()));
  }

  @Override
  protected UuidColumn self() {
    return this;
  }
}
