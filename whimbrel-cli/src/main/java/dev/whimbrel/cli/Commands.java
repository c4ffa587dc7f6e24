package dev.whimbrel.cli;

import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** The commands that there are. */
record Commands(List<Command> all) {
  Commands {
    all = List.copyOf(all);
  }

  static Commands present() {
    return new Commands(
        List.of(
            new InitCommand(),
            new GenerateCommand(),
            new CreateCommand(),
            new DevCommand(),
            new MigrateCommand(),
            new StatusCommand(),
            new CheckCommand(),
            new RollBackCommand(),
            new ResolveCommand(),
            new BaselineCommand(),
            new ReviewCommand(),
            new ProveCommand(),
            new StatsCommand(),
            new PullCommand(),
            new DiffCommand(),
            new ExportCommand(),
            new PushCommand(),
            new ResetCommand(),
            new DropCommand(),
            new SeedDatabaseCommand(),
            new CompletionCommand(),
            new DemoCommand()));
  }

  /**
   * Those that a command line may mean: to tell picocli of all of them costs more than most do.
   * Where no word is one of them, it may mean any.
   */
  Commands meantBy(String... arguments) {
    var words = List.of(arguments);
    List<Command> meant =
        all.stream().filter(command -> words(command).anyMatch(words::contains)).toList();
    return meant.isEmpty() ? this : new Commands(meant);
  }

  Command named(String name) {
    return all.stream().filter(command -> command.name().equals(name)).findFirst().orElseThrow();
  }

  /** What they are called, other names included. */
  List<String> names() {
    return all.stream().flatMap(Commands::words).toList();
  }

  CommandLine line() {
    return new CommandLine(new Grammar(all).root());
  }

  private static Stream<String> words(Command command) {
    return Stream.concat(Stream.of(command.name()), command.aliases().stream());
  }
}
