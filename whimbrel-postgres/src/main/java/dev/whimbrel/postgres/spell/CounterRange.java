package dev.whimbrel.postgres.spell;

import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.ValueSource.SequenceOptions;

/** The numbers that a sequence may give out. */
public record CounterRange(long least, long greatest) {
  /** The range of a sequence of a type, with what goes without saying. */
  public static CounterRange of(SequenceOptions options, DataType type) {
    long top = greatest(type instanceof DataType.Int(var bits) ? bits : Long.SIZE);
    boolean up = options.increment().orElse(1L) > 0;
    return new CounterRange(
        options.minValue().orElse(up ? 1 : -top - 1), options.maxValue().orElse(up ? top : -1));
  }

  private static long greatest(int bits) {
    return Long.MAX_VALUE >> (Long.SIZE - bits);
  }

  /** Whether no number is in both, so that where one of them stood cannot be kept. */
  public boolean apart(CounterRange other) {
    return greatest < other.least || other.greatest < least;
  }
}
