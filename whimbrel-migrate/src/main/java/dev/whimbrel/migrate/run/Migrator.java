package dev.whimbrel.migrate.run;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.MigrationLock;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationDirectory;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.history.Author;
import dev.whimbrel.migrate.history.History;
import dev.whimbrel.migrate.history.HistoryEntry;
import dev.whimbrel.migrate.history.Predecessor;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Brings a database to the state of a directory of migrations, and back.
 *
 * <p>Each migration runs in one transaction with its line in the history, in the order of ids,
 * once, under the migration lock. One that cannot, since a statement of it may not run in a
 * transaction, runs in legs, and what is done is on record: a run that died is continued by the
 * next. What was edited or deleted after it ran stops everything.
 */
public final class Migrator {
  private final Session session;
  private final Dialect dialect;
  private final MigrationDirectory directory;
  private final Consumer<RunEvent> listener;
  private final Clock clock;
  private final History history;
  private final Duration patience;
  private final Predecessor predecessor;

  public Migrator(
      Session session,
      Dialect dialect,
      MigrationDirectory directory,
      Consumer<RunEvent> listener,
      Clock clock) {
    this(session, dialect, directory, listener, clock, Duration.ofSeconds(30));
  }

  /**
   * @param patience how long to wait for another run to end
   */
  public Migrator(
      Session session,
      Dialect dialect,
      MigrationDirectory directory,
      Consumer<RunEvent> listener,
      Clock clock,
      Duration patience) {
    this(session, dialect, directory, listener, clock, patience, Predecessor.none());
  }

  private Migrator(
      Session session,
      Dialect dialect,
      MigrationDirectory directory,
      Consumer<RunEvent> listener,
      Clock clock,
      Duration patience,
      Predecessor predecessor) {
    this.session = session;
    this.dialect = dialect;
    this.directory = directory;
    this.listener = listener;
    this.clock = clock;
    this.patience = patience;
    this.predecessor = predecessor;
    this.history = history(session);
  }

  /** The same for a database in which another tool was at work before, or still is. */
  public Migrator following(Predecessor other) {
    return new Migrator(session, dialect, directory, listener, clock, patience, other);
  }

  /** How every migration stands, in the order of ids; changes nothing and needs no lock. */
  public List<MigrationStatus> status() {
    return standing().statuses();
  }

  /**
   * Applies what is pending, in order.
   *
   * @param to the last one to apply; without it all are
   * @throws HistoryMismatchException if the file of a migration that ran was edited or is missing
   * @throws dev.whimbrel.dialect.LockedException if another run does not end in time
   * @throws MigrationFailedException if the database refuses one; those before it stay
   */
  public MigrateResult migrate(Optional<MigrationId> to) {
    List<Migration> migrations = directory.migrations();
    if (to.isEmpty() && isDone(migrations)) {
      return new MigrateResult(List.of(), List.of(), List.of());
    }
    Standing before = Standing.of(migrations, history.entries());
    if (Selection.pending(before, directory, to).isEmpty() && !before.hasInherited()) {
      return result(before, List.of());
    }
    return locked(lock -> {
      history.prepare(lock::enter);
      Standing standing = Standing.of(migrations, history.entries());
      return result(standing, executor(lock).execute(pending(standing, to)));
    });
  }

  private boolean isDone(List<Migration> migrations) {
    return Agreement.isWhole(migrations, history.gist());
  }

  /** What {@link #migrate} would send to the database now. */
  public DryRun dryRun(Optional<MigrationId> to) {
    return rehearsal().rehearse(pending(standing(), to));
  }

  /**
   * Takes back what was applied last.
   *
   * @param steps how many migrations
   * @throws RunRefusedException if one of them has no way back; then none is taken back
   */
  public RollBackResult rollBack(int steps) {
    return rollBack(standing -> Selection.last(standing, steps));
  }

  /** Takes back everything that was applied after a migration, which itself stays. */
  public RollBackResult rollBackTo(MigrationId id) {
    return rollBack(standing -> Selection.after(standing, id));
  }

  /** What {@link #rollBack(int)} would send to the database now. */
  public DryRun dryRollBack(int steps) {
    Standing standing = standing();
    return rehearsal().rehearse(back(standing, Selection.last(standing, steps)));
  }

  /** What {@link #rollBackTo} would send to the database now. */
  public DryRun dryRollBackTo(MigrationId id) {
    Standing standing = standing();
    return rehearsal().rehearse(back(standing, Selection.after(standing, id)));
  }

  /**
   * Marks a migration as applied that did not run, or whose file was edited since.
   *
   * @throws RunRefusedException if it is applied as it is
   */
  public void markApplied(MigrationId id) {
    mark(
        Optional.of(id),
        marking -> {
          marking.applied(id);
          return id;
        });
  }

  /**
   * Marks a migration as rolled back, or forgets how far it came; nothing of it is undone.
   *
   * @throws RunRefusedException if it is not applied
   */
  public void markRolledBack(MigrationId id) {
    mark(
        Optional.of(id),
        marking -> {
          marking.rolledBack(id);
          return id;
        });
  }

  /**
   * Takes a database that is there already as the start: marks what is in the directory as applied.
   *
   * @param to the last one that counts; without it all do
   * @throws RunRefusedException if the database has a history
   */
  public List<MigrationId> baseline(Optional<MigrationId> to) {
    return mark(Optional.empty(), marking -> marking.baseline(to));
  }

  private <T> T mark(Optional<MigrationId> judged, Function<Marking, T> work) {
    return locked(lock -> {
      history.prepare(lock::enter, judged);
      List<T> result = new ArrayList<>();
      dialect
          .frame()
          .run(
              session,
              List.of(),
              () -> {
                lock.enter(session);
                result.clear();
                result.add(work.apply(new Marking(standing(), directory, history)));
              });
      return result.getFirst();
    });
  }

  private RollBackResult rollBack(Function<Standing, List<HistoryEntry>> selection) {
    return locked(lock -> {
      Standing standing = standing();
      return new RollBackResult(executor(lock).execute(back(standing, selection.apply(standing))));
    });
  }

  private List<Task> pending(Standing standing, Optional<MigrationId> to) {
    return Selection.pending(standing, directory, to).stream()
        .map(preparation(standing)::apply)
        .toList();
  }

  private List<Task> back(Standing standing, List<HistoryEntry> applied) {
    return applied.stream().map(preparation(standing)::takeBack).toList();
  }

  private Preparation preparation(Standing standing) {
    return new Preparation(directory, dialect, standing, history::downScript);
  }

  private static MigrateResult result(Standing before, List<MigrationId> applied) {
    return new MigrateResult(
        applied,
        applied.stream().filter(before::isOvertaken).toList(),
        before.pending().stream().map(Migration::id).filter(id -> !applied.contains(id)).toList());
  }

  private Standing standing() {
    return Standing.of(directory.migrations(), history.entries());
  }

  private Executor executor(MigrationLock.Held lock) {
    if (lock.lasts()) {
      history.countAlone();
    }
    return new Executor(
        new Workplace(
            session,
            dialect,
            history,
            lock,
            statement -> dialect.crashInquiry().aftermath(session, statement),
            listener,
            clock));
  }

  private Rehearsal rehearsal() {
    return new Rehearsal(session, dialect, this::history, clock);
  }

  private History history(Session speaking) {
    Author author = Author.ofThisProcess();
    return new History(speaking, dialect.historyTable(), author, clock, predecessor);
  }

  /** Under the lock the history is read again: another run may have written just before. */
  private <T> T locked(Function<MigrationLock.Held, T> work) {
    try (MigrationLock.Held held = dialect.lock().acquire(session, patience)) {
      return work.apply(held);
    }
  }
}
