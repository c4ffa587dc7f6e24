package dev.whimbrel.cli;

import java.util.Optional;

/**
 * A command line that could be understood.
 *
 * @param command nothing if none was named
 * @param spec what could have stood there
 * @param before what stood in front of the command
 * @param typed what stood behind it
 */
record CommandLine(Optional<Command> command, CommandSpec spec, Typed before, Typed typed) {
  boolean asksForHelp() {
    return before.has("--help") || typed.has("--help");
  }

  boolean asksForVersion() {
    return before.has("--version");
  }
}
