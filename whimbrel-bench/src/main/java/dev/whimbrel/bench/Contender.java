package dev.whimbrel.bench;

import java.util.function.Supplier;

/**
 * One way to do a job.
 *
 * @param ready makes all ready before each run, off the clock, and says what to run
 */
record Contender(String name, Supplier<Program> ready) {
  static Contender of(String name, Program program) {
    return new Contender(name, () -> program);
  }
}
