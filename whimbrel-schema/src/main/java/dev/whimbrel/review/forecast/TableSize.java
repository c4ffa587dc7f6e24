package dev.whimbrel.review.forecast;

/**
 * How large a table is and how much is written to it.
 *
 * @param rows as far as the database knows without counting, or counted where it does not know
 * @param bytes of the rows, without indexes; 0 where that is not known
 * @param indexBytes of all its indexes; 0 where that is not known
 * @param writesPerSecond rows inserted, updated and deleted, on average
 */
public record TableSize(long rows, long bytes, long indexBytes, double writesPerSecond) {
  private static final long USUAL_ROW = 100;

  /** The bytes of its rows; where they are not known, as many as rows of a usual size have. */
  public long volume() {
    return bytes > 0 ? bytes : rows * USUAL_ROW;
  }
}
