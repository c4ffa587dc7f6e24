package dev.whimbrel.migrate.run;

import dev.whimbrel.dialect.Aftermath;
import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.migrate.directory.Direction;
import dev.whimbrel.migrate.history.HistoryEntry;
import dev.whimbrel.migrate.history.HistoryEntry.Event;
import dev.whimbrel.migrate.history.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One try at one task, leg by leg, and how far it came. */
final class Attempt {
  /** How far an attempt came. */
  enum Phase {
    WAITING,
    RUNNING,
    /** A statement runs outside of a transaction. */
    RUNNING_OUTSIDE,
    RECORDING,
    COMMITTING,
    NOT_DUE
  }

  private final Task task;
  private final Workplace place;
  private final Instant start;
  private Phase phase = Phase.WAITING;
  private int done;
  private int tries;
  private Optional<Numbered> current = Optional.empty();

  Attempt(Task task, Workplace place) {
    this.task = task;
    this.place = place;
    this.start = place.clock().instant();
    this.done = task.progress().map(Progress::done).orElse(0);
  }

  /** Runs what is left of the task. */
  void perform() {
    task.course().settings(done).forEach(this::say);
    List<Leg> legs = task.course().after(done);
    for (Leg leg : legs) {
      if (isDone()) {
        perform(leg, leg.equals(legs.getLast()));
      }
    }
    settle();
  }

  Task task() {
    return task;
  }

  Phase phase() {
    return phase;
  }

  /** How many statements are done and committed. */
  int done() {
    return done;
  }

  boolean isDone() {
    return phase != Phase.NOT_DUE;
  }

  /** What to tell once all is committed. */
  RunEvent result() {
    return isDone() ? task.done(since(start)) : new RunEvent.AlreadyDone(task.id());
  }

  /** The statement that was running, if one was. */
  Optional<SqlStatement> statement() {
    return phase == Phase.RUNNING || phase == Phase.RUNNING_OUTSIDE
        ? current.map(Numbered::statement)
        : Optional.empty();
  }

  Duration duration() {
    return since(start);
  }

  private void perform(Leg leg, boolean last) {
    phase = Phase.WAITING;
    switch (leg) {
      case Leg.Together together -> together(together, last);
      case Leg.Alone alone -> alone(alone, last);
    }
  }

  private void together(Leg.Together leg, boolean last) {
    tries = 0;
    inTransaction(
        leg,
        () -> {
          tellOfAnotherTry();
          phase = Phase.RUNNING;
          leg.statements().forEach(this::run);
          record(leg, last);
        });
  }

  private void alone(Leg.Alone leg, boolean last) {
    if (wasBegun(leg)) {
      goOn(leg);
    } else {
      note(Event.ANNOUNCED, leg.end());
      runOutside(leg.statement());
    }
    inTransaction(leg, () -> record(leg, last));
  }

  /** Under a lock that does not last, another run may have done all of this meanwhile. */
  private void inTransaction(Leg leg, Runnable work) {
    if (leg instanceof Leg.Alone && place.lock().lasts()) {
      work.run();
    } else {
      place
          .dialect()
          .frame()
          .run(
              place.session(),
              task.course().statements(),
              () -> {
                place.lock().enter(place.session());
                if (isDue(leg)) {
                  work.run();
                }
              });
    }
    done = leg.end();
  }

  private boolean isDue(Leg leg) {
    if (place.lock().lasts()) {
      return true;
    }
    List<HistoryEntry> lines = place.history().entries(task.id());
    if (Standing.isApplied(lines) == (task.direction() == Direction.UP)) {
      phase = Phase.NOT_DUE;
    }
    return isDone() && Progress.of(lines).map(Progress::done).orElse(0) < leg.end();
  }

  private boolean wasBegun(Leg.Alone leg) {
    return task.progress().filter(known -> known.announced().orElse(0) == leg.end()).isPresent();
  }

  private void goOn(Leg.Alone leg) {
    phase = Phase.RUNNING_OUTSIDE;
    current = Optional.of(leg.statement());
    switch (place.inquiry().apply(leg.statement().statement())) {
      case Aftermath.Done(var finish) -> {
        finish.forEach(place.session()::execute);
        tell(new RunEvent.FoundDone(task.id(), leg.end(), leg.statement().statement()));
      }
      case Aftermath.Again(var removal) -> {
        removal.forEach(place.session()::execute);
        runOutside(leg.statement());
      }
      case Aftermath.Foreign(var why) -> throw new RunRefusedException(why);
    }
  }

  private void runOutside(Numbered next) {
    phase = Phase.RUNNING_OUTSIDE;
    timed(next, () -> place.dialect().frame().runOutside(place.session(), next.statement()));
  }

  private void run(Numbered next) {
    timed(next, () -> next.statement().executeOn(place.session()));
  }

  private void timed(Numbered next, Runnable work) {
    current = Optional.of(next);
    Instant begun = place.clock().instant();
    work.run();
    tell(new RunEvent.StatementDone(task.id(), next.number(), next.statement(), since(begun)));
  }

  private void settle() {
    List<SqlStatement> settings =
        task.course().settings(Integer.MAX_VALUE).stream().map(Numbered::statement).toList();
    if (!settings.isEmpty()) {
      place.dialect().frame().settle(place.session(), settings);
    }
  }

  private void say(Numbered setting) {
    phase = Phase.RUNNING;
    current = Optional.of(setting);
    setting.statement().executeOn(place.session());
  }

  private void record(Leg leg, boolean last) {
    phase = Phase.RECORDING;
    if (last) {
      task.recordDone(place.history(), since(start));
    } else {
      note(Event.DONE, leg.end());
    }
    phase = Phase.COMMITTING;
  }

  private void note(Event event, int statement) {
    place
        .history()
        .recordStep(
            task.id(), event, task.direction(), statement, task.course().checksum(statement));
  }

  /** The frame begins anew where somebody was in the way for too long. */
  private void tellOfAnotherTry() {
    tries++;
    if (tries > 1) {
      tell(new RunEvent.TriedAgain(task.id(), tries));
    }
  }

  private void tell(RunEvent event) {
    place.listener().accept(event);
  }

  private Duration since(Instant moment) {
    return Duration.between(moment, place.clock().instant());
  }
}
