package dev.whimbrel.postgres.render;

import static dev.whimbrel.postgres.spell.Identifier.quoted;

import dev.whimbrel.plan.Statement;
import dev.whimbrel.postgres.spell.CounterRange;
import dev.whimbrel.postgres.spell.Text;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.ValueSource;
import dev.whimbrel.schema.ValueSource.SequenceOptions;

/**
 * Lets the counter behind a column go on where others have stopped, so that no number comes twice.
 * Numbers that it does not give out are none of its business.
 */
final class Counting {
  private Counting() {}

  /** Behind the numbers that the rows have. */
  static Statement on(ObjectName table, Column column) {
    SequenceOptions options = options(column);
    var range = CounterRange.of(options, column.type());
    boolean up = options.increment().orElse(1L) > 0;
    String last = (up ? "max(" : "min(") + quoted(column.name()) + ")";
    return Statement.of(
        "SELECT setval(%s, %s) FROM %s HAVING %s BETWEEN %d AND %d"
            .formatted(
                sequence(table, column),
                last,
                quoted(table),
                last,
                up ? options.start().orElse(range.least()) : range.least(),
                up ? range.greatest() : options.start().orElse(range.greatest())));
  }

  /** Where the counter of the column as it was stands. */
  static Statement on(ObjectName table, Column column, Column was, ObjectName counter) {
    var range = CounterRange.of(options(column), column.type());
    boolean same = range.equals(CounterRange.of(options(was), was.type()));
    return Statement.of(
        "SELECT setval(%s, last_value, is_called) FROM %s%s"
            .formatted(
                sequence(table, column),
                quoted(counter),
                same
                    ? ""
                    : " WHERE last_value BETWEEN %d AND %d"
                        .formatted(range.least(), range.greatest())));
  }

  private static SequenceOptions options(Column column) {
    return column.value() instanceof ValueSource.Identity identity
        ? identity.options()
        : SequenceOptions.PLAIN;
  }

  private static String sequence(ObjectName table, Column column) {
    return "pg_get_serial_sequence(%s, %s)"
        .formatted(Text.literal(quoted(table)), Text.literal(column.name()));
  }
}
