package dev.whimbrel.cli;

import dev.whimbrel.migrate.directory.Direction;
import dev.whimbrel.migrate.run.RunEvent;
import java.util.function.Consumer;

/** Shows a person at a terminal how a run goes on. */
record Progress(Invocation invocation) implements Consumer<RunEvent> {
  @Override
  public void accept(RunEvent event) {
    if (invocation.interactive() && event instanceof RunEvent.Started started) {
      invocation.surroundings().err().println(line(started));
    }
  }

  private static String line(RunEvent.Started started) {
    String verb = started.direction() == Direction.UP ? "applying " : "taking back ";
    return verb + started.id() + ", " + started.statements() + " statements ...";
  }
}
