package dev.whimbrel.postgres.observe;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.review.script.Observation.Lock;
import dev.whimbrel.review.script.Observation.Refused;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * Watches a statement that cannot run in a transaction, from another connection: that one holds
 * locks on all tables until the statement waits, and what it waits for is what it locks.
 */
record FromBeside(Session session, Session other, Relations relations) {
  private static final int PATIENCE_MILLISECONDS = 500;

  /** What was seen. */
  record Seen(
      List<Lock> locks, List<String> scanned, Optional<Refused> refused, long microseconds) {}

  Seen run(String sql) {
    long process = session.query("SELECT pg_backend_pid() AS pid").getFirst().number("pid");
    var sums = new ScanSums(session, other);
    Map<String, Long> before = sums.read();
    Set<Lock> locks = new LinkedHashSet<>();
    var work = new CompletableFuture<Optional<Refused>>();
    other.inTransaction(() -> {
      holdTables();
      Thread.ofVirtual().start(() -> work.complete(refusal(sql)));
      watch(process, locks, work);
    });
    long start = System.nanoTime();
    while (!work.isDone()) {
      locks.addAll(new Locks(relations).of(other, process));
    }
    long microseconds = (System.nanoTime() - start) / 1000;
    Optional<Refused> refused = work.join();
    return new Seen(
        List.copyOf(locks), relations.scanned(before, sums.read()), refused, microseconds);
  }

  private Optional<Refused> refusal(String sql) {
    try {
      session.execute(sql);
      return Optional.empty();
    } catch (DatabaseException failure) {
      return Optional.of(PostgresObserver.refused(failure));
    }
  }

  private void holdTables() {
    String tables =
        relations.all().values().stream()
            .filter(Relations.Relation::isTable)
            .map(Relations.Relation::name)
            .collect(Collectors.joining(", "));
    if (!tables.isEmpty()) {
      other.execute("LOCK TABLE " + tables + " IN ACCESS EXCLUSIVE MODE");
    }
  }

  /** Until it waits for one of the tables, or has come to its end without any. */
  private void watch(long process, Set<Lock> locks, CompletableFuture<?> work) {
    long end = System.nanoTime() + PATIENCE_MILLISECONDS * 1_000_000L;
    while (locks.isEmpty() && !work.isDone() && System.nanoTime() < end) {
      locks.addAll(new Locks(relations).of(other, process));
    }
  }
}
