package dev.whimbrel.testkit.laws;

import dev.whimbrel.testkit.schemas.Palette;
import dev.whimbrel.testkit.schemas.Schemas;
import java.util.Iterator;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/**
 * Tries laws on many examples, and makes the example small on which one fails.
 *
 * <p>The number of tries is the system property {@code laws.tries}, the seed {@code laws.seed}.
 * Without them a run is the same as the last; with more tries, it looks where none has looked.
 *
 * @param seed the seed of the first try; each further one has the next
 */
public record Laws(Palette palette, int tries, long seed) {
  private static final int PATIENCE = 2_000;

  /** The laws as the system properties have them. */
  public static Laws usual(Palette palette, int usualTries) {
    Optional<Integer> tries = Optional.ofNullable(Integer.getInteger("laws.tries"));
    long seed = tries.isPresent() ? System.nanoTime() % 1_000_000_000L : 1;
    return new Laws(palette, tries.orElse(usualTries), Long.getLong("laws.seed", seed));
  }

  /** The same with a part of the tries, at least one. */
  public Laws seldom(int part) {
    return new Laws(palette, Math.max(1, tries / part), seed);
  }

  /** Tries the law; fails with the smallest example on which it does not hold. */
  public void hold(String name, Function<Schemas, Example> examples, Law law) {
    for (int i = 0; i < tries; i++) {
      Example example = examples.apply(new Schemas(palette, new Random(seed + i)));
      Optional<Throwable> failure = failure(law, example);
      if (failure.isPresent()) {
        throw broken(name, seed + i, law, example, failure.get());
      }
    }
  }

  private AssertionError broken(
      String name, long seed, Law law, Example example, Throwable failure) {
    Example smallest = example;
    Throwable cause = failure;
    Iterator<Example> candidates = new Smaller(palette).than(smallest).iterator();
    for (int patience = PATIENCE; patience > 0 && candidates.hasNext(); patience--) {
      Example candidate = candidates.next();
      Optional<Throwable> still = failure(law, candidate);
      if (still.filter(other -> alike(other, failure)).isPresent()) {
        smallest = candidate;
        cause = still.get();
        candidates = new Smaller(palette).than(smallest).iterator();
      }
    }
    return new AssertionError(
        "It does not hold: %s (-Dlaws.seed=%d -Dlaws.tries=1).\n\n%s\n%s"
            .formatted(name, seed, smallest.scenario(), cause.getMessage()),
        cause);
  }

  /** A smaller example that no database takes shows nothing, unless the greater one did not. */
  private static boolean alike(Throwable one, Throwable other) {
    return one instanceof Trial.Unmakeable == other instanceof Trial.Unmakeable;
  }

  private static Optional<Throwable> failure(Law law, Example example) {
    try {
      law.check(example);
      return Optional.empty();
    } catch (RuntimeException | AssertionError failure) {
      return Optional.of(failure);
    }
  }
}
