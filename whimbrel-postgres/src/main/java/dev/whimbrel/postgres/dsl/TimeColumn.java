package dev.whimbrel.postgres.dsl;

import dev.whimbrel.schema.DataType;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Optional;
import java.util.function.Function;

/**
 * A column of days, times, or both.
 *
 * @param <V> the Java type of its values
 */
public final class TimeColumn<V> extends PostgresColumn<V, TimeColumn<V>> {
  private static final DateTimeFormatter MOMENT =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendLiteral(' ')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .toFormatter();

  private final Function<V, String> text;

  TimeColumn(PostgresTable owner, String name, DataType type, Function<V, String> text) {
    super(owner, name, type);
    this.text = text;
  }

  static TimeColumn<Instant> timestamp(
      PostgresTable owner, String name, Optional<Integer> precision, boolean zoned) {
    return new TimeColumn<>(
        owner,
        name,
        new DataType.Timestamp(precision, zoned),
        value ->
            MOMENT.format(LocalDateTime.ofInstant(value, ZoneOffset.UTC)) + (zoned ? "+00" : ""));
  }

  /** The time of the transaction, when nobody says. */
  public TimeColumn<V> defaultNow() {
    return defaultSql("now()");
  }

  /** This value, when nobody says. */
  public TimeColumn<V> defaultTo(V value) {
    return defaultSql(SqlText.quoted(text.apply(value)));
  }

  @Override
  protected TimeColumn<V> self() {
    return this;
  }
}
