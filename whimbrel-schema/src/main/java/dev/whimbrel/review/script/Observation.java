package dev.whimbrel.review.script;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a statement did when it ran on a scratch server.
 *
 * @param locks what it locked of the relations that were there before
 * @param rewritten the relations, there before, that were written anew
 * @param scanned the tables, there before, that were read in full, once for each time
 * @param objects what it made, changed and dropped
 * @param transactional whether it can run in a transaction
 * @param refusal what the server said, if it refused the statement
 * @param microseconds how long it took there
 */
public record Observation(
    List<Lock> locks,
    List<String> rewritten,
    List<String> scanned,
    List<Touched> objects,
    boolean transactional,
    Optional<Refused> refusal,
    long microseconds) {
  public Observation {
    locks = List.copyOf(locks);
    rewritten = List.copyOf(rewritten);
    scanned = List.copyOf(scanned);
    objects = List.copyOf(objects);
  }

  /**
   * A lock on a relation.
   *
   * @param kind {@code table}, {@code index}, {@code sequence}, {@code view}
   * @param table the table of an index, or the relation itself
   */
  public record Lock(String relation, String kind, String table, LockMode mode) {}

  /** An object that was made, changed or dropped. */
  public record Touched(Effect effect, String object) {}

  /** What can happen to an object. */
  public enum Effect {
    MADE,
    CHANGED,
    DROPPED
  }

  /** The same, if it was refused only where it ran together with others. */
  public Observation refused(Refused why) {
    return new Observation(
        locks, rewritten, scanned, objects, transactional, Optional.of(why), microseconds);
  }

  /** The SQLSTATE and the server's words. */
  public record Refused(String sqlState, String message) {}

  /** The tables and views that nobody can read while its transaction is open. */
  public List<String> readsBlocked() {
    return blocked(locks.stream().filter(lock -> lock.mode().blocksReads()));
  }

  /** The tables and views that nobody can write to while its transaction is open. */
  public List<String> writesBlocked() {
    return blocked(locks.stream().filter(lock -> lock.mode().blocksWrites()));
  }

  /** An index that is locked wholly stops all who plan a query on its table. */
  private static List<String> blocked(Stream<Lock> locks) {
    return locks
        .filter(lock -> !lock.kind().equals("sequence"))
        .filter(lock -> !lock.kind().equals("index") || lock.mode().blocksReads())
        .map(Lock::table)
        .distinct()
        .sorted()
        .toList();
  }

  /** Whether any relation is kept from readers or writers while much is read or written. */
  public boolean longAndStrong() {
    return !writesBlocked().isEmpty() && (!rewritten.isEmpty() || !scanned.isEmpty());
  }

  public Stream<String> dropped() {
    return objects.stream().filter(each -> each.effect() == Effect.DROPPED).map(Touched::object);
  }
}
