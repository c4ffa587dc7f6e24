package dev.whimbrel.dialect;

import dev.whimbrel.review.script.Observation;
import java.util.function.Supplier;

/** Runs statements on a scratch database and watches what they do. */
public interface Observer {
  /**
   * Runs a statement, which stays done, and tells what it did.
   *
   * @param other another connection to the same database, if the statement has to be watched from
   *     outside; the caller closes it
   */
  Observation observe(Session session, Supplier<Session> other, String sql);
}
