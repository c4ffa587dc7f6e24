package dev.whimbrel.migrate.run;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.MigrationLock;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.migrate.history.Author;
import dev.whimbrel.migrate.history.History;
import dev.whimbrel.migrate.jdbc.RecordingSession;
import java.time.Clock;
import java.util.List;

/** Goes through tasks without doing them, and notes what would be sent to the database. */
record Rehearsal(Session session, Dialect dialect, Clock clock) {

  DryRun rehearse(List<Task> tasks) {
    var recording = new RecordingSession(session);
    history(recording).prepare(first -> {});
    return new DryRun(recording.statements(), tasks.stream().map(this::part).toList());
  }

  private DryRun.Part part(Task task) {
    var recording = new RecordingSession(session);
    new Attempt(task, workplace(recording)).perform();
    return new DryRun.Part(task.id(), task.direction(), recording.statements());
  }

  /** Without the lock: what is only said does not get into anybody's way. */
  private Workplace workplace(Session recording) {
    MigrationLock.Held none = () -> {};
    return new Workplace(
        recording,
        dialect,
        history(recording),
        none,
        statement -> dialect.crashInquiry().aftermath(session, statement),
        event -> {},
        clock);
  }

  private History history(Session recording) {
    return new History(recording, dialect.historyTable(), Author.ofThisProcess(), clock);
  }
}
