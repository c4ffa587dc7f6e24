package dev.whimbrel.review.forecast;

/**
 * How fast a database works on many rows, from a slow machine with cold caches to a quick one.
 *
 * @param secondsPerUnit measured, for one unit of work
 * @param quicker how many times as fast a quick machine is
 * @param slower how many times as slow a slow or busy one is
 */
public record Speed(double secondsPerUnit, double quicker, double slower) {
  /** How long so many units take. */
  public Range over(long units) {
    double seconds = (double) units * secondsPerUnit;
    return new Range(seconds / quicker, seconds * slower);
  }
}
