package dev.whimbrel.postgres.dsl;

import dev.whimbrel.postgres.spell.RequirementName;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.dsl.Naming;
import dev.whimbrel.schema.dsl.TableDefinition;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.util.Optional;

/** Declares one table of a PostgreSQL database. */
public abstract class PostgresTable extends TableDefinition {
  /** A table named after its class: {@code UserProfiles} declares {@code user_profiles}. */
  protected PostgresTable() {}

  protected PostgresTable(String name) {
    super(name);
  }

  protected PostgresTable(String namespace, String name) {
    super(namespace, name);
  }

  @Override
  protected final Naming naming() {
    return new PostgresNaming();
  }

  protected final UuidColumn uuid(String name) {
    return add(new UuidColumn(this, name));
  }

  protected final PlainColumn<String> text(String name) {
    return textual(name, new DataType.Text(Optional.empty()));
  }

  protected final PlainColumn<String> varchar(String name, int length) {
    return textual(name, new DataType.Text(Optional.of(length)));
  }

  /** Text that is padded with blanks to its length. */
  protected final PlainColumn<String> character(String name, int length) {
    return textual(name, new DataType.Char(length));
  }

  protected final IntegerColumn<Short> smallint(String name) {
    return add(new IntegerColumn<>(this, name, 16));
  }

  protected final IntegerColumn<Integer> integer(String name) {
    return add(new IntegerColumn<>(this, name, 32));
  }

  protected final IntegerColumn<Long> bigint(String name) {
    return add(new IntegerColumn<>(this, name, 64));
  }

  /** An integer that counts by itself in PostgreSQL's older way; prefer an identity. */
  protected final IntegerColumn<Short> smallserial(String name) {
    return smallint(name).serial();
  }

  /** An integer that counts by itself in PostgreSQL's older way; prefer an identity. */
  protected final IntegerColumn<Integer> serial(String name) {
    return integer(name).serial();
  }

  /** An integer that counts by itself in PostgreSQL's older way; prefer an identity. */
  protected final IntegerColumn<Long> bigserial(String name) {
    return bigint(name).serial();
  }

  /** True or false; Java keeps the word {@code boolean} for itself. */
  protected final PlainColumn<Boolean> bool(String name) {
    return add(new PlainColumn<>(this, name, new DataType.Bool(), String::valueOf));
  }

  protected final NumberColumn<Float> real(String name) {
    return add(new NumberColumn<>(this, name, new DataType.Real(32)));
  }

  protected final NumberColumn<Double> doublePrecision(String name) {
    return add(new NumberColumn<>(this, name, new DataType.Real(64)));
  }

  /** A decimal number of any size. */
  protected final NumberColumn<BigDecimal> numeric(String name) {
    return add(new NumberColumn<>(this, name, new DataType.Decimal(Optional.empty(), 0)));
  }

  /** A decimal number of so many digits, none of them after the point. */
  protected final NumberColumn<BigDecimal> numeric(String name, int precision) {
    return numeric(name, precision, 0);
  }

  /** A decimal number of so many digits in all, and so many of them after the point. */
  protected final NumberColumn<BigDecimal> numeric(String name, int precision, int scale) {
    return add(new NumberColumn<>(this, name, new DataType.Decimal(Optional.of(precision), scale)));
  }

  protected final TimeColumn<Instant> timestamp(String name) {
    return add(TimeColumn.timestamp(this, name, Optional.empty(), false));
  }

  /**
   * @param precision digits of the second, 0 to 6
   */
  protected final TimeColumn<Instant> timestamp(String name, int precision) {
    return add(TimeColumn.timestamp(this, name, Optional.of(precision), false));
  }

  protected final TimeColumn<Instant> timestamptz(String name) {
    return add(TimeColumn.timestamp(this, name, Optional.empty(), true));
  }

  /**
   * @param precision digits of the second, 0 to 6
   */
  protected final TimeColumn<Instant> timestamptz(String name, int precision) {
    return add(TimeColumn.timestamp(this, name, Optional.of(precision), true));
  }

  protected final TimeColumn<LocalDate> date(String name) {
    return add(new TimeColumn<>(this, name, new DataType.Date(), Object::toString));
  }

  protected final TimeColumn<LocalTime> time(String name) {
    return time(name, new DataType.Time(Optional.empty(), false));
  }

  /**
   * @param precision digits of the second, 0 to 6
   */
  protected final TimeColumn<LocalTime> time(String name, int precision) {
    return time(name, new DataType.Time(Optional.of(precision), false));
  }

  protected final TimeColumn<OffsetTime> timetz(String name) {
    return time(name, new DataType.Time(Optional.empty(), true));
  }

  /**
   * @param precision digits of the second, 0 to 6
   */
  protected final TimeColumn<OffsetTime> timetz(String name, int precision) {
    return time(name, new DataType.Time(Optional.of(precision), true));
  }

  protected final JsonColumn<String> json(String name) {
    return json(name, String.class);
  }

  /** A document, kept as it was written, whose values are of a class. */
  protected final <V> JsonColumn<V> json(String name, Class<V> values) {
    return add(new JsonColumn<>(this, name, false));
  }

  protected final JsonColumn<String> jsonb(String name) {
    return jsonb(name, String.class);
  }

  /** A document, kept parsed, whose values are of a class. */
  protected final <V> JsonColumn<V> jsonb(String name, Class<V> values) {
    return add(new JsonColumn<>(this, name, true));
  }

  protected final NativeColumn<byte[]> bytea(String name) {
    return add(new NativeColumn<>(this, name, new DataType.Bytes()));
  }

  /** One of the constants of an enum, which becomes a type of the database. */
  protected final <E extends Enum<E>> EnumColumn<E> enumerated(String name, Class<E> values) {
    return add(new EnumColumn<>(this, name, new EnumMapping(values)));
  }

  /** A type in PostgreSQL's own words: {@code nativeType("search", "tsvector")}. */
  protected final NativeColumn<Object> nativeType(String name, String sql) {
    return nativeType(name, sql, Object.class);
  }

  /** A type in PostgreSQL's own words, whose values are of a class. */
  protected final <V> NativeColumn<V> nativeType(String name, String sql, Class<V> values) {
    return add(new NativeColumn<>(this, name, new DataType.Native(sql)));
  }

  protected final Sequence startWith(long value) {
    return Sequence.PLAIN.startWith(value);
  }

  protected final Sequence increment(long value) {
    return Sequence.PLAIN.increment(value);
  }

  protected final Sequence minValue(long value) {
    return Sequence.PLAIN.minValue(value);
  }

  protected final Sequence maxValue(long value) {
    return Sequence.PLAIN.maxValue(value);
  }

  protected final Sequence cache(long value) {
    return Sequence.PLAIN.cache(value);
  }

  /** A sequence that begins anew when it has come to its end. */
  protected final Sequence cycle() {
    return Sequence.PLAIN.cycle();
  }

  private PlainColumn<String> textual(String name, DataType type) {
    return add(new PlainColumn<>(this, name, type, SqlText::quoted));
  }

  private <V> TimeColumn<V> time(String name, DataType.Time type) {
    return add(new TimeColumn<>(this, name, type, Object::toString));
  }

  void requires(String column, String constraint) {
    beside(table -> new RequirementName(table, column, constraint, true).opaque().stream());
  }

  <C extends PostgresColumn<?, ?>> C replaced(PostgresColumn<?, ?> old, C column) {
    return replace(old, column);
  }
}
