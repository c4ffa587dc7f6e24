package dev.whimbrel.bench;

import java.util.ArrayList;
import java.util.List;

/** Measures calls within a JVM, and says so in a line that {@link Stopwatch} knows. */
public final class Calls {
  /** What the line begins with; milliseconds follow. */
  static final String SAID = "measured ";

  private static final double WARMING = 3_000;
  private static final double MEASURED = 1_500;
  private static final int LEAST = 3;

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
    var unused = times(call, WARMING);
    List<Double> sorted = times(call, MEASURED).stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  /** Again and again for so many milliseconds, and a few times at least. */
  private static List<Double> times(Runnable call, double milliseconds) {
    var times = new ArrayList<Double>();
    double sum = 0;
    while (sum < milliseconds || times.size() < LEAST) {
      times.add(once(call));
      sum += times.getLast();
    }
    return times;
  }

  private static double once(Runnable call) {
    long begin = System.nanoTime();
    call.run();
    return (System.nanoTime() - begin) / 1e6;
  }
}
