package dev.whimbrel.cli;

import dev.whimbrel.kit.config.NearestWord;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The commands, and how to tell them in a command line. */
record Grammar(List<Command> commands) {
  Grammar {
    commands = List.copyOf(commands);
  }

  /**
   * Takes a command line apart.
   *
   * @throws UseException if it cannot be understood
   */
  CommandLine parse(String... arguments) {
    Iterator<String> left = List.of(arguments).iterator();
    CommandSpec root = root();
    Typed before = new Parsing(root, left).untilWord();
    if (before.words().isEmpty()) {
      return new CommandLine(Optional.empty(), root, before, before);
    }
    Command command = command(before.words().getFirst());
    CommandSpec spec = spec(command);
    return new CommandLine(Optional.of(command), spec, before, new Parsing(spec, left).all());
  }

  /** Every word that names a command. */
  List<String> names() {
    return commands.stream()
        .flatMap(command -> Stream.concat(Stream.of(command.name()), command.aliases().stream()))
        .toList();
  }

  CommandSpec root() {
    return common(new CommandSpec("whimbrel"))
        .addOption(
            new OptionSpec(
                List.of("-V", "--version"), Optional.empty(), false, "say which version this is"));
  }

  CommandSpec spec(Command command) {
    var spec = new CommandSpec("whimbrel " + command.name());
    command.describe(spec);
    return common(spec);
  }

  /** An option without a value. */
  static OptionSpec flag(String name, String about) {
    return new OptionSpec(List.of(name), Optional.empty(), false, about);
  }

  /** An option with one value. */
  static OptionSpec value(String name, String label, String about) {
    return new OptionSpec(List.of(name), Optional.of(label), false, about);
  }

  /** An option with one value, which may stand there again with another. */
  static OptionSpec values(String name, String label, String about) {
    return new OptionSpec(List.of(name), Optional.of(label), true, about);
  }

  /** Which part of a database a command looks at. */
  static void scope(CommandSpec spec) {
    spec.addOption(value("--schemas", "PATTERNS", "only these schemas, such as: app_*,!app_old"))
        .addOption(
            value("--tables", "PATTERNS", "only these tables, such as: users,shop.*,!tmp_*"));
  }

  /**
   * What may stand behind a command without a dash.
   *
   * @param arity how many: {@code 1}, {@code 0..1} or {@code 1..*}
   */
  static WordsSpec words(String label, String arity, String about) {
    int dots = arity.indexOf("..");
    int least = Integer.parseInt(dots < 0 ? arity : arity.substring(0, dots));
    String most = dots < 0 ? arity : arity.substring(dots + 2);
    return new WordsSpec(
        label, least, most.equals("*") ? Integer.MAX_VALUE : Integer.parseInt(most), about);
  }

  private Command command(String name) {
    return commands.stream()
        .filter(command -> command.name().equals(name) || command.aliases().contains(name))
        .findFirst()
        .orElseThrow(() -> unknown(name));
  }

  private UseException unknown(String word) {
    String meant =
        new NearestWord(names()).to(word).map(name -> " Did you mean \"" + name + "\"?").orElse("");
    return new UseException("There is no command \"" + word + "\"." + meant, "whimbrel --help");
  }

  private static CommandSpec common(CommandSpec spec) {
    return spec.addOption(value("--config", "FILE", "the configuration, instead of whimbrel.yaml"))
        .addOption(value("--env", "NAME", "one of the configuration's environments"))
        .addOption(value("--database", "URL", "another database than the configuration's"))
        .addOption(flag("--json", "answer with one JSON object"))
        .addOption(flag("--debug", "show where in the program a failure came from"))
        .addOption(new OptionSpec(List.of("-h", "--help"), Optional.empty(), false, "show this"));
  }
}
