package dev.whimbrel.schema;

import java.util.Optional;

/** Where the value of a column comes from when a row is written without it. */
public sealed interface ValueSource {
  /** From nowhere: it is null unless it is given. */
  record Given() implements ValueSource {}

  /** From an expression that is evaluated for each row. */
  record Default(Expression expression) implements ValueSource {}

  /** From a sequence that belongs to the column, as the SQL standard has it. */
  record Identity(boolean always, SequenceOptions options) implements ValueSource {}

  /** From a sequence that PostgreSQL's {@code serial} made, which is an older way. */
  record Serial() implements ValueSource {}

  /** SQLite's {@code AUTOINCREMENT}: a rowid that is never given out twice. */
  record AutoIncrement() implements ValueSource {}

  /** Computed from other columns; it cannot be given. */
  record Generated(Expression expression, boolean stored) implements ValueSource {}

  /** How a sequence counts; what is absent is the database's default. */
  record SequenceOptions(
      Optional<Long> start,
      Optional<Long> increment,
      Optional<Long> minValue,
      Optional<Long> maxValue,
      Optional<Long> cache,
      boolean cycle) {
    /** Counting from 1 in steps of 1, as far as the type goes. */
    public static final SequenceOptions PLAIN =
        new SequenceOptions(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false);
  }
}
