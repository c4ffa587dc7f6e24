package dev.whimbrel.work;

import java.util.List;
import java.util.function.Function;

/**
 * Values of which each is looked at by itself, so that very many are looked at on all processors.
 *
 * @param values in an order that stays
 */
public record Many<T>(List<T> values) {
  /** What more than one thread is worth its beginning for. */
  private static final int WORTHWHILE = 500;

  public Many {
    values = List.copyOf(values);
  }

  /**
   * What comes of each, in their order.
   *
   * @param work depends on nothing but its value, and changes nothing
   */
  public <R> List<R> each(Function<? super T, ? extends R> work) {
    if (values.size() < WORTHWHILE) {
      return inTurn(work);
    }
    try {
      return values.parallelStream().<R>map(work).toList();
    } catch (RuntimeException failure) {
      return inTurn(work); // fails as it would have by itself, with the first value that does
    }
  }

  private <R> List<R> inTurn(Function<? super T, ? extends R> work) {
    return values.stream().<R>map(work).toList();
  }
}
