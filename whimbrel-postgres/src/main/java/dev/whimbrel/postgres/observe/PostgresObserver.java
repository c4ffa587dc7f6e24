package dev.whimbrel.postgres.observe;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.Observer;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.postgres.rules.OutsideTransaction;
import dev.whimbrel.review.script.Observation;
import dev.whimbrel.review.script.Observation.Lock;
import dev.whimbrel.review.script.Observation.Refused;
import dev.whimbrel.review.script.Observation.Touched;
import dev.whimbrel.review.sql.StatementReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Watches a statement in a transaction of its own, or from beside where it cannot run in one. */
public final class PostgresObserver implements Observer {
  @Override
  public Observation observe(Session session, Supplier<Session> other, String sql) {
    var before = State.of(session);
    return OutsideTransaction.is(StatementReader.read(sql))
        ? beside(before, session, other.get(), sql)
        : within(before, session, sql);
  }

  private static Observation beside(State before, Session session, Session other, String sql) {
    FromBeside.Seen seen = new FromBeside(session, other, before.relations()).run(sql);
    State after = State.of(session);
    return new Observation(
        seen.locks(),
        before.relations().rewritten(after.relations()),
        seen.scanned(),
        before.catalog().touched(after.catalog()),
        false,
        seen.refused(),
        seen.microseconds());
  }

  private static Observation within(State before, Session session, String sql) {
    var watch = new Watch(session, before);
    try {
      session.inTransaction(() -> watch.run(sql));
      return watch.observation(Optional.empty());
    } catch (DatabaseException failure) {
      return watch.observation(Optional.of(refused(failure)));
    }
  }

  static Refused refused(DatabaseException failure) {
    return new Refused(failure.sqlState().orElse(""), String.valueOf(failure.getMessage()));
  }

  /** What there is at one moment. */
  private record State(CatalogState catalog, Relations relations) {
    static State of(Session session) {
      return new State(CatalogState.of(session), Relations.of(session));
    }
  }

  /** Looks at a transaction from within, just before it ends. */
  private static final class Watch {
    private final Session session;
    private final State before;
    private List<Lock> locks = List.of();
    private List<String> scanned = List.of();
    private List<String> rewritten = List.of();
    private List<Touched> touched = List.of();
    private long microseconds;

    Watch(Session session, State before) {
      this.session = session;
      this.before = before;
    }

    void run(String sql) {
      var scans = Relations.scans(session);
      long start = System.nanoTime();
      session.execute(sql);
      microseconds = (System.nanoTime() - start) / 1000;
      long process = session.query("SELECT pg_backend_pid() AS pid").getFirst().number("pid");
      locks = new Locks(before.relations()).of(session, process);
      scanned = before.relations().scanned(scans, Relations.scans(session));
      State after = State.of(session);
      rewritten = before.relations().rewritten(after.relations());
      touched = before.catalog().touched(after.catalog());
    }

    Observation observation(Optional<Refused> refused) {
      return refused.isEmpty()
          ? new Observation(locks, rewritten, scanned, touched, true, refused, microseconds)
          : new Observation(
              List.of(), List.of(), List.of(), List.of(), true, refused, microseconds);
    }
  }
}
