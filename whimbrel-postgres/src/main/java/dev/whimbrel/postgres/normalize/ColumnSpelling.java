package dev.whimbrel.postgres.normalize;

import dev.whimbrel.postgres.spell.Identifier;
import dev.whimbrel.postgres.spell.TypeName;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.ValueSource;
import dev.whimbrel.schema.ValueSource.SequenceOptions;
import java.util.Optional;

/** A column in normal form. */
final class ColumnSpelling {
  private ColumnSpelling() {}

  static Column normal(Column column) {
    Column named = column.named(Identifier.cut(column.name())).typed(type(column.type()));
    return switch (named.value()) {
      case ValueSource.Given() -> named;
      case ValueSource.Default(var value) -> DefaultSpelling.apply(named, value);
      case ValueSource.Serial() -> named.notNull();
      case ValueSource.AutoIncrement() ->
          named.notNull().filledBy(new ValueSource.Identity(true, SequenceOptions.PLAIN));
      case ValueSource.Identity(var always, var options) ->
          named.notNull().filledBy(new ValueSource.Identity(always, plain(options, named.type())));
      case ValueSource.Generated(var value, var stored) ->
          named.filledBy(new ValueSource.Generated(ExpressionText.normal(value), stored));
    };
  }

  static DataType type(DataType type) {
    return switch (type) {
      case DataType.Native(var sql) -> TypeName.parse(sql);
      case DataType.Enumerated(var name) -> new DataType.Enumerated(NameSpelling.normal(name));
      case DataType.Array(DataType.Array inner) -> type(inner);
      case DataType.Array(var element) -> new DataType.Array(type(element));
      case DataType.Decimal(var precision, var scale) ->
          new DataType.Decimal(precision, precision.isPresent() ? scale : 0);
      default -> type;
    };
  }

  /** What a sequence does anyway need not be said. */
  private static SequenceOptions plain(SequenceOptions options, DataType type) {
    boolean up = options.increment().orElse(1L) > 0;
    long top = type instanceof DataType.Int(var bits) ? -1L >>> (65 - bits) : Long.MAX_VALUE;
    Optional<Long> least = options.minValue().filter(n -> n != (up ? 1 : -top - 1));
    Optional<Long> greatest = options.maxValue().filter(n -> n != (up ? top : -1));
    long first = up ? least.orElse(1L) : greatest.orElse(-1L);
    return new SequenceOptions(
        options.start().filter(n -> n != first),
        options.increment().filter(n -> n != 1),
        least,
        greatest,
        options.cache().filter(n -> n != 1),
        options.cycle());
  }
}
