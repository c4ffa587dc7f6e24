package dev.whimbrel.migrate.run;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.migrate.history.History;
import dev.whimbrel.migrate.run.Failure.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** One try at one task, and how far it came. */
final class Attempt {
  /** How far an attempt came. */
  enum Phase {
    WAITING,
    RUNNING,
    RECORDING,
    COMMITTING,
    NOT_DUE
  }

  private final Task task;
  private final Session session;
  private final History history;
  private final Consumer<RunEvent> listener;
  private final Clock clock;
  private final Instant start;
  private Phase phase = Phase.WAITING;
  private int statement;

  Attempt(Task task, Session session, History history, Consumer<RunEvent> listener, Clock clock) {
    this.task = task;
    this.session = session;
    this.history = history;
    this.listener = listener;
    this.clock = clock;
    this.start = clock.instant();
  }

  /** What runs within the transaction. */
  void perform() {
    if (!task.isDue(history)) {
      phase = Phase.NOT_DUE;
      return;
    }
    phase = Phase.RUNNING;
    for (statement = 0; statement < task.statements().size(); statement++) {
      run(task.statements().get(statement));
    }
    phase = Phase.RECORDING;
    task.recordDone(history, since(start));
    phase = Phase.COMMITTING;
  }

  Task task() {
    return task;
  }

  Phase phase() {
    return phase;
  }

  boolean isDone() {
    return phase != Phase.NOT_DUE;
  }

  /** What to tell once the transaction is committed. */
  RunEvent result() {
    return isDone() ? task.done(since(start)) : new RunEvent.AlreadyDone(task.id());
  }

  /** The statement that was running, if one was. */
  Optional<SqlStatement> statement() {
    return phase == Phase.RUNNING
        ? Optional.of(task.statements().get(statement))
        : Optional.empty();
  }

  /** Notes the failure outside of the transaction that went with it, as far as that still goes. */
  void remember(Failure failure, RuntimeException cause) {
    if (failure.outcome() != Outcome.NOTHING_KEPT) {
      return;
    }
    if (task instanceof Task.Apply(var migration, var file, var statements)) {
      try {
        history.recordFailed(migration, since(start), failure.message());
      } catch (DatabaseException second) {
        cause.addSuppressed(second);
      }
    }
  }

  private void run(SqlStatement next) {
    Instant begun = clock.instant();
    session.execute(next.sql());
    listener.accept(new RunEvent.StatementDone(task.id(), statement + 1, next, since(begun)));
  }

  private Duration since(Instant moment) {
    return Duration.between(moment, clock.instant());
  }
}
