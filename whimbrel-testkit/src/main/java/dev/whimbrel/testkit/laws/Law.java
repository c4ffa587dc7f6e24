package dev.whimbrel.testkit.laws;

/** Something that must hold for every example. */
@FunctionalInterface
public interface Law {
  /** Throws if it does not hold. */
  void check(Example example);
}
