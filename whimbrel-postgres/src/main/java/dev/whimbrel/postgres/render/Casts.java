package dev.whimbrel.postgres.render;

import dev.whimbrel.postgres.spell.TypeName;
import dev.whimbrel.schema.DataType;
import java.util.Optional;

/** How the values of a column become values of another type. */
final class Casts {
  private Casts() {}

  /** What makes the new value of the old one; absent where PostgreSQL does it by itself. */
  static Optional<String> using(String column, DataType from, DataType to) {
    if (byItself(from, to)) {
      return Optional.empty();
    }
    return Optional.of(column + way(from, to) + "::" + TypeName.sql(to));
  }

  /** What cannot be cast is written out as text and read again. */
  private static String way(DataType from, DataType to) {
    boolean direct = textual(from) || truth(from, to) || truth(to, from);
    return direct ? "" : "::text";
  }

  private static boolean truth(DataType one, DataType other) {
    return one instanceof DataType.Bool && other.equals(new DataType.Int(32));
  }

  private static boolean byItself(DataType from, DataType to) {
    if (from instanceof DataType.Array(var one) && to instanceof DataType.Array(var other)) {
      return one.equals(other) || (byItself(one, other) && !textual(other));
    }
    return textual(to)
        || (number(from) && number(to))
        || (from instanceof DataType.Json && to instanceof DataType.Json)
        || moment(from, to)
        || sameKind(from, to);
  }

  private static boolean sameKind(DataType from, DataType to) {
    return !(from instanceof DataType.Native) && TypeName.bare(from).equals(TypeName.bare(to));
  }

  private static boolean textual(DataType type) {
    return type instanceof DataType.Text
        || type instanceof DataType.Char
        || type.equals(new DataType.Native("varchar"))
        || type.equals(new DataType.Native("bpchar"));
  }

  private static boolean number(DataType type) {
    return type instanceof DataType.Int
        || type instanceof DataType.Real
        || type instanceof DataType.Decimal;
  }

  private static boolean moment(DataType from, DataType to) {
    return switch (from) {
      case DataType.Date date -> to instanceof DataType.Timestamp;
      case DataType.Timestamp stamp ->
          to instanceof DataType.Timestamp
              || to instanceof DataType.Date
              || (to instanceof DataType.Time time && (stamp.zoned() || !time.zoned()));
      case DataType.Time time -> to instanceof DataType.Time;
      default -> false;
    };
  }
}
