package dev.whimbrel.bench;

import java.util.stream.IntStream;

/** Measures calls within a JVM, and says so in a line that {@link Stopwatch} knows. */
public final class Calls {
  /** What the line begins with; milliseconds follow. */
  static final String SAID = "measured ";

  private static final int WARMING = 40;
  private static final int MEASURED = 21;

  private Calls() {}

  /**
   * Measures the first call, or the median of those that come late.
   *
   * @param which {@code first} or {@code warm}
   */
  public static void measure(String which, Runnable call) {
    double milliseconds = which.equals("first") ? once(call) : warm(call);
    System.out.println(SAID + milliseconds);
  }

  private static double warm(Runnable call) {
    IntStream.range(0, WARMING).forEach(each -> call.run());
    double[] sorted =
        IntStream.range(0, MEASURED).mapToDouble(each -> once(call)).sorted().toArray();
    return sorted[MEASURED / 2];
  }

  private static double once(Runnable call) {
    long begin = System.nanoTime();
    call.run();
    return (System.nanoTime() - begin) / 1e6;
  }
}
