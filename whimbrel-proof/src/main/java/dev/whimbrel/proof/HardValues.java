package dev.whimbrel.proof;

import dev.whimbrel.schema.DataType;
import java.util.Optional;

/**
 * Values that a careless way there and back does not leave as they were: capitals and blanks,
 * fractions, parts of seconds; and empty ones, which are easily taken for none.
 */
enum HardValues {
  FULL(0),
  EMPTY(1),
  NONE(2);

  private static final String TEXT = " Zoë's Öl ";

  private final int place;

  HardValues(int place) {
    this.place = place;
  }

  /** Where its row stands among those of its kind, counted from 0. */
  int place() {
    return place;
  }

  /** A value as SQL, where the type has such a one. */
  Optional<String> of(DataType type, boolean nullable) {
    return switch (this) {
      case FULL -> full(type);
      case EMPTY -> empty(type);
      case NONE -> nullable ? Optional.of("NULL") : Optional.empty();
    };
  }

  private static Optional<String> full(DataType type) {
    return switch (type) {
      case DataType.Int any -> Optional.of("-7");
      case DataType.Text(var longest) -> Optional.of(cut(longest.orElse(TEXT.length())));
      case DataType.Char(int length) -> Optional.of(cut(length));
      case DataType.Real(int bits) -> Optional.of(bits < 64 ? "1234.5" : "-0.1234567890123");
      case DataType.Decimal(var precision, int scale) -> Optional.of(decimal(precision, scale));
      case DataType.Timestamp(var precision, boolean zoned) ->
          Optional.of(SampleValues.quoted("2024-07-15 23:14:15.678912" + (zoned ? "+00" : "")));
      case DataType.Date any -> Optional.of(SampleValues.quoted("2024-07-31"));
      case DataType.Time any -> Optional.of(SampleValues.quoted("23:14:15.678912"));
      case DataType.Json any ->
          Optional.of(SampleValues.quoted("{\"b\": [1, 2.50, null], \"a\": \"Zoë\"}"));
      case DataType.Array(DataType.Text any) -> Optional.of("'{\"Z a\",b}'");
      case DataType.Array(DataType.Int any) -> Optional.of("'{3,1,2}'");
      default -> Optional.empty();
    };
  }

  private static String cut(int length) {
    return SampleValues.quoted(TEXT.substring(0, Math.min(length, TEXT.length())));
  }

  /** As many digits behind the point as there is room for. */
  private static String decimal(Optional<Integer> precision, int scale) {
    int behind = precision.isPresent() ? Math.max(0, scale) : 7;
    boolean whole = precision.isEmpty() || precision.get() > scale;
    return (whole ? "-3" : "0") + (behind == 0 ? "" : "." + "7".repeat(behind));
  }

  private static Optional<String> empty(DataType type) {
    return switch (type) {
      case DataType.Int any -> Optional.of("0");
      case DataType.Text any -> Optional.of("''");
      case DataType.Real any -> Optional.of("0");
      case DataType.Decimal any -> Optional.of("0");
      case DataType.Json any -> Optional.of("'{}'");
      default -> Optional.empty();
    };
  }
}
