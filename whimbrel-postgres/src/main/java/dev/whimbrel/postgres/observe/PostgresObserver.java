package dev.whimbrel.postgres.observe;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.Observer;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.review.script.Observation.Refused;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs statements together to see whether they may, and watches each by itself. */
public final class PostgresObserver implements Observer {
  @Override
  public Watch watch(Session session, Supplier<Session> other) {
    return new PostgresWatch(session, other);
  }

  @Override
  public Optional<Stop> rehearse(Session session, List<SqlStatement> statements) {
    var rehearsal = new Rehearsal(session, statements);
    try {
      session.inTransaction(rehearsal);
      throw new IllegalStateException("a rehearsal is always taken back");
    } catch (Rehearsal.Over over) {
      return Optional.empty();
    } catch (DatabaseException failure) {
      return Optional.of(new Stop(rehearsal.reached(), refused(failure)));
    }
  }

  static Refused refused(DatabaseException failure) {
    return new Refused(failure.sqlState().orElse(""), String.valueOf(failure.getMessage()));
  }
}
