package dev.whimbrel.migrate.run;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.migrate.history.Author;
import dev.whimbrel.migrate.history.History;
import dev.whimbrel.migrate.jdbc.RecordingSession;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Goes through tasks without doing them, and notes what would be sent to the database. */
record Rehearsal(Session session, Dialect dialect, Clock clock) {

  DryRun rehearse(List<Task> tasks) {
    var recording = new RecordingSession(session);
    history(recording).prepare();
    return new DryRun(recording.statements(), tasks.stream().map(this::part).toList());
  }

  private DryRun.Part part(Task task) {
    var recording = new RecordingSession(session);
    dialect.frame().run(recording, task.statements(), () -> perform(task, recording));
    return new DryRun.Part(task.id(), task.direction(), recording.statements());
  }

  private void perform(Task task, RecordingSession recording) {
    task.statements().forEach(statement -> recording.execute(statement.sql()));
    task.recordDone(history(recording), Duration.ZERO);
  }

  private History history(Session recording) {
    return new History(recording, dialect.historyTable(), Author.ofThisProcess(), clock);
  }
}
