package dev.whimbrel.cli;

import dev.whimbrel.kit.config.NearestWord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Takes a command line apart, has the command run, and shows what it says. */
final class Door {
  private final Surroundings surroundings;
  private final List<Command> commands =
      List.of(
          new InitCommand(),
          new GenerateCommand(),
          new CreateCommand(),
          new DevCommand(),
          new MigrateCommand(),
          new StatusCommand(),
          new RollBackCommand(),
          new ReviewCommand(),
          new ProveCommand(),
          new PullCommand(),
          new DemoCommand());

  Door(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Runs it and gives the exit code. */
  int run(String... arguments) {
    CommandLine line = new CommandLine(new Grammar(commands).root());
    boolean json = List.of(arguments).contains("--json");
    try {
      ParseResult typed = line.parseArgs(arguments);
      return typed.hasSubcommand() ? run(typed, typed.subcommand()) : withoutCommand(line, typed);
    } catch (ParameterException wrong) {
      return show(problem(wrong, arguments), "", json).number();
    }
  }

  private int withoutCommand(CommandLine line, ParseResult typed) {
    if (typed.isVersionHelpRequested()) {
      surroundings.out().println("whimbrel " + Main.version());
      return ExitCode.DONE.number();
    }
    line.usage(typed.isUsageHelpRequested() ? surroundings.out() : surroundings.err(), ansi());
    return (typed.isUsageHelpRequested() ? ExitCode.DONE : ExitCode.NOT_STARTED).number();
  }

  private int run(ParseResult before, ParseResult typed) {
    if (typed.isUsageHelpRequested()) {
      typed.commandSpec().commandLine().usage(surroundings.out(), ansi());
      return ExitCode.DONE.number();
    }
    String name = typed.commandSpec().name();
    var invocation = new Invocation(before, typed, surroundings);
    try {
      return show(command(name).run(invocation), name, invocation.json()).number();
    } catch (RuntimeException failure) {
      if (invocation.has("--debug")) {
        new Trace(failure).print(surroundings.err());
      }
      return show(Problem.of(failure), name, invocation.json()).number();
    }
  }

  private Command command(String name) {
    return commands.stream()
        .filter(command -> command.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private ExitCode show(Answer answer, String name, boolean json) {
    if (json) {
      printJson(name, answer.status(), answer.details());
    } else {
      answer.result().forEach(surroundings.out()::println);
      answer.notes().forEach(surroundings.err()::println);
    }
    return answer.exitCode();
  }

  private ExitCode show(Problem problem, String name, boolean json) {
    if (json) {
      printJson(name, problem.exitCode().status(), Map.of("error", problem.details()));
    } else {
      lines(problem).forEach(surroundings.err()::println);
    }
    return problem.exitCode();
  }

  private void printJson(String name, String status, Map<String, Object> details) {
    var whole = new LinkedHashMap<String, Object>();
    whole.put("command", name);
    whole.put("status", status);
    whole.putAll(details);
    surroundings.out().println(JsonText.of(whole));
  }

  private List<String> lines(Problem problem) {
    var lines = new ArrayList<String>();
    String red = surroundings.colourful() ? "\u001b[31m" : "";
    lines.add(red + problem.summary() + (red.isEmpty() ? "" : "\u001b[0m"));
    problem.why().lines().forEach(lines::add);
    problem.next().forEach(next -> lines.add("next: " + next));
    return lines;
  }

  private Problem problem(ParameterException wrong, String... arguments) {
    Optional<String> first =
        Stream.of(arguments).filter(argument -> !argument.startsWith("-")).findFirst();
    List<String> names =
        commands.stream()
            .flatMap(
                command -> Stream.concat(Stream.of(command.name()), command.aliases().stream()))
            .toList();
    boolean known = names.contains(wrong.getCommandLine().getCommandName());
    if (!known && first.isPresent() && !names.contains(first.get())) {
      return unknown(first.get(), names);
    }
    String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
    return Problem.ofUse(String.valueOf(wrong.getMessage()), command + " --help");
  }

  private static Problem unknown(String word, List<String> names) {
    String meant =
        new NearestWord(names).to(word).map(name -> " Did you mean \"" + name + "\"?").orElse("");
    return Problem.ofUse("There is no command \"" + word + "\"." + meant, "whimbrel --help");
  }

  private Ansi ansi() {
    return surroundings.colourful() ? Ansi.ON : Ansi.OFF;
  }
}
