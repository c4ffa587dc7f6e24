package dev.whimbrel.postgres.observe;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.Observer;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.postgres.rules.OutsideTransaction;
import dev.whimbrel.review.script.Observation;
import dev.whimbrel.review.sql.StatementReader;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Watches each statement in a transaction of its own, or from beside where it cannot be in one. */
final class PostgresWatch implements Observer.Watch {
  private final Session session;
  private final Supplier<Session> other;

  /** Nobody else changes anything, so what was there after one is there before the next. */
  private @Nullable DatabaseState state;

  PostgresWatch(Session session, Supplier<Session> other) {
    this.session = session;
    this.other = other;
  }

  @Override
  public Observation observe(SqlStatement statement) {
    DatabaseState before = Optional.ofNullable(state).orElseGet(() -> DatabaseState.of(session));
    state = null;
    return OutsideTransaction.is(StatementReader.read(statement.sql()))
        ? beside(before, statement)
        : within(before, statement);
  }

  private Observation beside(DatabaseState before, SqlStatement statement) {
    FromBeside.Seen seen =
        new FromBeside(session, other.get(), before.relations()).run(statement.sql());
    DatabaseState after = DatabaseState.of(session);
    state = after;
    return new Observation(
        seen.locks(),
        before.rewritten(after),
        seen.scanned(),
        before.touched(after),
        false,
        seen.refused(),
        seen.microseconds());
  }

  private Observation within(DatabaseState before, SqlStatement statement) {
    var glance = new Glance(session, before, statement);
    try {
      session.inTransaction(glance);
      state = glance.after();
      return glance.observation(Optional.empty());
    } catch (DatabaseException failure) {
      state = before;
      return glance.observation(Optional.of(PostgresObserver.refused(failure)));
    }
  }
}
