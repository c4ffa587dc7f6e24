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
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Brings a database to the state of a directory of migrations, and back.
 *
 * <p>Each migration runs in one transaction with its line in the history, in the order of ids,
 * once, under the migration lock. What was edited or deleted after it ran stops everything.
 */
public final class Migrator {
  private final Session session;
  private final Dialect dialect;
  private final MigrationDirectory directory;
  private final Consumer<RunEvent> listener;
  private final Clock clock;
  private final History history;
  private final Duration patience;

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
    this.session = session;
    this.dialect = dialect;
    this.directory = directory;
    this.listener = listener;
    this.clock = clock;
    this.patience = patience;
    this.history = new History(session, dialect.historyTable(), Author.ofThisProcess(), clock);
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
    return locked(() -> {
      Standing standing = standing();
      List<Task> tasks = pending(standing, to);
      history.prepare();
      return result(standing, executor().execute(tasks));
    });
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

  private RollBackResult rollBack(Function<Standing, List<HistoryEntry>> selection) {
    return locked(() -> {
      Standing standing = standing();
      return new RollBackResult(executor().execute(back(standing, selection.apply(standing))));
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
    return new Preparation(directory, dialect.splitter(), standing);
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

  private Executor executor() {
    return new Executor(session, dialect, history, listener, clock);
  }

  private Rehearsal rehearsal() {
    return new Rehearsal(session, dialect, clock);
  }

  /** The history is read only once the lock is held: another run may have written just before. */
  @SuppressWarnings("try") // the lock is held, not used
  private <T> T locked(Supplier<T> work) {
    try (MigrationLock.Held held = dialect.lock().acquire(session, patience)) {
      return work.get();
    }
  }
}
