package dev.whimbrel.postgres.dsl;

import dev.whimbrel.schema.ValueSource.SequenceOptions;
import java.util.Optional;

/** How the sequence behind an identity counts; each word gives a new one. */
public final class Sequence {
  static final Sequence PLAIN = new Sequence(SequenceOptions.PLAIN);

  private final SequenceOptions options;

  private Sequence(SequenceOptions options) {
    this.options = options;
  }

  SequenceOptions options() {
    return options;
  }

  public Sequence startWith(long value) {
    return new Sequence(
        new SequenceOptions(
            Optional.of(value),
            options.increment(),
            options.minValue(),
            options.maxValue(),
            options.cache(),
            options.cycle()));
  }

  public Sequence increment(long value) {
    return new Sequence(
        new SequenceOptions(
            options.start(),
            Optional.of(value),
            options.minValue(),
            options.maxValue(),
            options.cache(),
            options.cycle()));
  }

  public Sequence minValue(long value) {
    return new Sequence(
        new SequenceOptions(
            options.start(),
            options.increment(),
            Optional.of(value),
            options.maxValue(),
            options.cache(),
            options.cycle()));
  }

  public Sequence maxValue(long value) {
    return new Sequence(
        new SequenceOptions(
            options.start(),
            options.increment(),
            options.minValue(),
            Optional.of(value),
            options.cache(),
            options.cycle()));
  }

  /** How many values a session takes at once. */
  public Sequence cache(long value) {
    return new Sequence(
        new SequenceOptions(
            options.start(),
            options.increment(),
            options.minValue(),
            options.maxValue(),
            Optional.of(value),
            options.cycle()));
  }

  /** It begins anew when it has come to its end. */
  public Sequence cycle() {
    return new Sequence(
        new SequenceOptions(
            options.start(),
            options.increment(),
            options.minValue(),
            options.maxValue(),
            options.cache(),
            true));
  }
}
