package dev.whimbrel.schema;

import java.util.Optional;

/** The type of a column. What databases share has a record here; the rest is {@link Native}. */
public sealed interface DataType {
  /**
   * @param bits 16, 32 or 64
   */
  record Int(int bits) implements DataType {}

  /** Text; with a greatest length in characters it is {@code varchar(n)}. */
  record Text(Optional<Integer> maxLength) implements DataType {}

  /** Text that is padded with blanks to its length. */
  record Char(int length) implements DataType {}

  record Bool() implements DataType {}

  /**
   * @param bits 32 or 64
   */
  record Real(int bits) implements DataType {}

  /**
   * @param precision digits in all; absent means without limit
   * @param scale digits after the point
   */
  record Decimal(Optional<Integer> precision, int scale) implements DataType {}

  /**
   * @param precision digits of the second, 0 to 6; absent means the database's default
   */
  record Timestamp(Optional<Integer> precision, boolean zoned) implements DataType {}

  record Date() implements DataType {}

  /**
   * @param precision digits of the second, 0 to 6; absent means the database's default
   */
  record Time(Optional<Integer> precision, boolean zoned) implements DataType {}

  record Uuid() implements DataType {}

  /**
   * @param binary kept parsed ({@code jsonb}) and not as it was written
   */
  record Json(boolean binary) implements DataType {}

  record Bytes() implements DataType {}

  /** A type whose values an {@link EnumType} lists. */
  record Enumerated(ObjectName type) implements DataType {}

  record Array(DataType element) implements DataType {}

  /** A type in the database's own words: {@code tsvector}, {@code geometry(Point,4326)}. */
  record Native(String sql) implements DataType {}
}
