package dev.whimbrel.postgres.dsl;

import dev.whimbrel.schema.DataType;

/**
 * A column of JSON documents.
 *
 * @param <V> the Java type of its values
 */
public final class JsonColumn<V> extends PostgresColumn<V, JsonColumn<V>> {
  JsonColumn(PostgresTable owner, String name, boolean binary) {
    super(owner, name, new DataType.Json(binary));
  }

  /** This document, when nobody says. */
  public JsonColumn<V> defaultTo(String document) {
    return defaultSql(SqlText.quoted(document));
  }

  @Override
  protected JsonColumn<V> self() {
    return this;
  }
}
