package dev.whimbrel.sqlite.dsl;

import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.dsl.ColumnDefinition;
import java.time.Instant;

/** A column of moments, each a count since the beginning of 1970. */
public final class MomentColumn extends ColumnDefinition<Instant, MomentColumn> {
  private final boolean milliseconds;

  MomentColumn(SqliteTable owner, String name, DataType type, boolean milliseconds) {
    super(owner, name, type);
    this.milliseconds = milliseconds;
  }

  /** The time of the statement, when nobody says. */
  public MomentColumn defaultNow() {
    return defaultSql(
        milliseconds ? "(cast(unixepoch('subsecond') * 1000 as integer))" : "(unixepoch())");
  }

  /** This value, when nobody says. */
  public MomentColumn defaultTo(Instant value) {
    return defaultSql(Long.toString(milliseconds ? value.toEpochMilli() : value.getEpochSecond()));
  }

  @Override
  protected MomentColumn self() {
    return this;
  }
}
