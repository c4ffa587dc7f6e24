package dev.whimbrel.sqlite.dsl;

import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.dsl.Naming;
import dev.whimbrel.schema.dsl.TableDefinition;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** Declares one table of an SQLite database. */
public abstract class SqliteTable extends TableDefinition {
  private static final DataType INTEGER = new DataType.Int(64);
  private static final DataType TEXT = new DataType.Text(Optional.empty());

  /** A table named after its class: {@code UserProfiles} declares {@code user_profiles}. */
  protected SqliteTable() {}

  protected SqliteTable(String name) {
    super(name);
  }

  @Override
  protected final Naming naming() {
    return Naming.unnamed();
  }

  protected final IntegerColumn<Integer> integer(String name) {
    return add(new IntegerColumn<>(this, name, INTEGER));
  }

  /** An integer that is a {@code long} in Java; SQLite stores both alike. */
  protected final IntegerColumn<Long> bigint(String name) {
    return add(new IntegerColumn<>(this, name, INTEGER));
  }

  protected final PlainColumn<String> text(String name) {
    return add(new PlainColumn<>(this, name, TEXT, PlainColumn::quoted));
  }

  /** Text with a length, which SQLite notes and does not check. */
  protected final PlainColumn<String> varchar(String name, int length) {
    var type = new DataType.Text(Optional.of(length));
    return add(new PlainColumn<>(this, name, type, PlainColumn::quoted));
  }

  protected final PlainColumn<Double> real(String name) {
    return add(new PlainColumn<>(this, name, new DataType.Real(64), String::valueOf));
  }

  protected final PlainColumn<byte[]> blob(String name) {
    return add(new PlainColumn<>(this, name, new DataType.Bytes(), PlainColumn::hexadecimal));
  }

  protected final PlainColumn<BigDecimal> numeric(String name) {
    return add(
        new PlainColumn<>(
            this, name, new DataType.Decimal(Optional.empty(), 0), BigDecimal::toPlainString));
  }

  /** True or false, stored as 1 or 0. */
  protected final PlainColumn<Boolean> bool(String name) {
    return add(new PlainColumn<>(this, name, INTEGER, String::valueOf));
  }

  /** A moment, stored as seconds since 1970. */
  protected final MomentColumn timestamp(String name) {
    return add(new MomentColumn(this, name, INTEGER, false));
  }

  /** A moment, stored as milliseconds since 1970. */
  protected final MomentColumn timestampMs(String name) {
    return add(new MomentColumn(this, name, INTEGER, true));
  }

  protected final DeclaredColumn<String> json(String name) {
    return json(name, String.class);
  }

  /** A document, stored as text, whose values are of a class. */
  protected final <V> DeclaredColumn<V> json(String name, Class<V> values) {
    return add(new DeclaredColumn<>(this, name, TEXT));
  }

  /** A document, stored as a blob, whose values are of a class. */
  protected final <V> DeclaredColumn<V> jsonBlob(String name, Class<V> values) {
    return add(new DeclaredColumn<>(this, name, new DataType.Bytes()));
  }

  /** A whole number of any length, stored as a blob of its digits, as Drizzle stores it. */
  protected final DeclaredColumn<BigInteger> bigintBlob(String name) {
    return add(new DeclaredColumn<>(this, name, new DataType.Bytes()));
  }

  /** Any declared type, of which SQLite takes the affinity: {@code declared("at", "DATETIME")}. */
  protected final DeclaredColumn<Object> declared(String name, String type) {
    return declared(name, type, Object.class);
  }

  /** Any declared type, whose values are of a class. */
  protected final <V> DeclaredColumn<V> declared(String name, String type, Class<V> values) {
    return add(new DeclaredColumn<>(this, name, new DataType.Native(type)));
  }

  /** Values must be of the declared types. */
  protected final void strict() {
    option("STRICT");
  }

  /** Rows are stored by the primary key alone. */
  protected final void withoutRowid() {
    option("WITHOUT ROWID");
  }
}
