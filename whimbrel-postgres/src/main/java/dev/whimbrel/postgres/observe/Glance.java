package dev.whimbrel.postgres.observe;

import dev.whimbrel.dialect.Session;
import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.review.script.Observation;
import dev.whimbrel.review.script.Observation.Lock;
import dev.whimbrel.review.script.Observation.Refused;
import java.util.List;
import java.util.Optional;

/** Runs a statement, and looks at its transaction from within, just before that ends. */
final class Glance implements Runnable {
  private final Session session;
  private final DatabaseState before;
  private final SqlStatement statement;
  private DatabaseState after;
  private List<Lock> locks = List.of();
  private List<String> scanned = List.of();
  private long microseconds;

  Glance(Session session, DatabaseState before, SqlStatement statement) {
    this.session = session;
    this.before = before;
    this.statement = statement;
    this.after = before;
  }

  @Override
  public void run() {
    long transaction =
        session.query("SELECT txid_current() & 4294967295 AS id").getFirst().number("id");
    var counters = Counters.of(session);
    long start = System.nanoTime();
    statement.executeOn(session);
    microseconds = (System.nanoTime() - start) / 1000;
    locks = new Locks(before.relations()).ofOwn(session);
    var later = Counters.of(session);
    scanned = before.relations().scanned(counters.scans(), later.scans());
    after =
        counters.sameCatalogue(later)
            ? before
            : before.after(session, transaction, counters.gone() != later.gone());
  }

  /** What there was at the end. */
  DatabaseState after() {
    return after;
  }

  Observation observation(Optional<Refused> refused) {
    return refused.isEmpty()
        ? new Observation(
            locks,
            before.rewritten(after),
            scanned,
            before.touched(after),
            true,
            refused,
            microseconds)
        : new Observation(List.of(), List.of(), List.of(), List.of(), true, refused, microseconds);
  }
}
