package dev.whimbrel.cli;

import dev.whimbrel.migrate.directory.Direction;
import dev.whimbrel.migrate.run.RunEvent;
import java.util.Optional;
import java.util.function.Consumer;

/** Shows a person at a terminal how a run goes on. */
record Progress(Invocation invocation) implements Consumer<RunEvent> {
  @Override
  public void accept(RunEvent event) {
    line(event).ifPresent(invocation.surroundings().err()::println);
  }

  /** What takes long or is odd is told to everybody, the rest to whoever looks on. */
  private Optional<String> line(RunEvent event) {
    return switch (event) {
      case RunEvent.Started started ->
          invocation.interactive() ? Optional.of(line(started)) : Optional.empty();
      case RunEvent.InTheWay(var id, var what) ->
          Optional.of("This may make the run wait: " + what + ".");
      case RunEvent.TriedAgain(var id, var attempt) ->
          Optional.of("%s had to wait for a lock too long; try %d ...".formatted(id, attempt));
      case RunEvent.FoundDone(var id, var number, var statement) ->
          Optional.of("%s: statement %d was done by the run that died.".formatted(id, number));
      case RunEvent.StatementDone done -> Optional.empty();
      case RunEvent.Applied applied -> Optional.empty();
      case RunEvent.RolledBack back -> Optional.empty();
      case RunEvent.AlreadyDone already -> Optional.empty();
      case RunEvent.Failed failed -> Optional.empty();
    };
  }

  private static String line(RunEvent.Started started) {
    String verb = started.direction() == Direction.UP ? "applying " : "taking back ";
    return verb + started.id() + ", " + started.statements() + " statements ...";
  }
}
