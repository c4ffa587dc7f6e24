package dev.whimbrel.dialect;

import dev.whimbrel.review.script.Observation;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs statements on a scratch database and watches what they do. */
public interface Observer {
  /**
   * Runs statements in one transaction, as a migration would, and takes all of it back.
   *
   * @return which of them was refused, if one was
   */
  Optional<Stop> rehearse(Session session, List<SqlStatement> statements);

  /**
   * Where statements came to an end.
   *
   * @param statement which of them, counted from 0
   */
  record Stop(int statement, Observation.Refused refused) {}

  /**
   * Begins to watch a database that nobody else changes meanwhile.
   *
   * @param other another connection to it, if a statement has to be watched from outside; the
   *     caller closes it
   */
  Watch watch(Session session, Supplier<Session> other);

  /** A watch over one database. */
  interface Watch {
    /** Runs a statement, which stays done, and tells what it did. */
    Observation observe(SqlStatement statement);
  }
}
