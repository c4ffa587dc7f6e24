package dev.whimbrel.sqlite.dsl;

import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.dsl.ColumnDefinition;
import java.util.HexFormat;
import java.util.function.Function;

/**
 * A column with constants as its defaults.
 *
 * @param <V> the Java type of its values
 */
public final class PlainColumn<V> extends ColumnDefinition<V, PlainColumn<V>> {
  private final Function<V, String> literal;

  PlainColumn(SqliteTable owner, String name, DataType type, Function<V, String> literal) {
    super(owner, name, type);
    this.literal = literal;
  }

  /** This value, when nobody says. */
  public PlainColumn<V> defaultTo(V value) {
    return defaultSql(literal.apply(value));
  }

  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  static String hexadecimal(byte[] bytes) {
    return "x'" + HexFormat.of().formatHex(bytes) + "'";
  }

  @Override
  protected PlainColumn<V> self() {
    return this;
  }
}
