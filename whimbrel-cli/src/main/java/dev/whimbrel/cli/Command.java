package dev.whimbrel.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** One command of the command line. */
interface Command {
  String name();

  default List<String> aliases() {
    return List.of();
  }

  /** One sentence. */
  String about();

  /** Command lines to copy. */
  List<String> examples();

  /** Adds its options and parameters. */
  void describe(CommandSpec spec);

  Answer run(Invocation invocation);
}
