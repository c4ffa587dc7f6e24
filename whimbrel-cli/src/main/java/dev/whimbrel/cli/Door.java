package dev.whimbrel.cli;

import dev.whimbrel.kit.config.NearestWord;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Takes a command line apart, has the command run, and shows what it says. */
final class Door {
  private final Surroundings surroundings;
  private final Commands commands = Commands.present();

  Door(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Runs it and gives the exit code. */
  int run(String... arguments) {
    boolean json = List.of(arguments).contains("--json");
    try {
      ParseResult typed = commands.meantBy(arguments).line().parseArgs(arguments);
      return typed.hasSubcommand() ? run(typed, typed.subcommand()) : withoutCommand(typed);
    } catch (ParameterException wrong) {
      return show(problem(wrong, arguments), "", json).number();
    }
  }

  private int withoutCommand(ParseResult typed) {
    if (typed.isVersionHelpRequested()) {
      surroundings.out().println("whimbrel " + Main.version());
      return ExitCode.DONE.number();
    }
    show(commands.line(), typed.isUsageHelpRequested() ? surroundings.out() : surroundings.err());
    return (typed.isUsageHelpRequested() ? ExitCode.DONE : ExitCode.NOT_STARTED).number();
  }

  private int run(ParseResult before, ParseResult typed) {
    if (typed.isUsageHelpRequested()) {
      show(typed.commandSpec().commandLine(), surroundings.out());
      return ExitCode.DONE.number();
    }
    String name = typed.commandSpec().name();
    var invocation = new Invocation(before, typed, surroundings);
    try {
      return show(commands.named(name).run(invocation), name, invocation.json()).number();
    } catch (RuntimeException failure) {
      if (invocation.has("--debug")) {
        new Trace(failure).print(surroundings.err());
      }
      return show(problem(failure), name, invocation.json()).number();
    }
  }

  private void show(CommandLine usage, PrintStream where) {
    where.print(calledAs().in(usage.getUsageMessage(ansi())));
  }

  private Problem problem(RuntimeException failure) {
    return surroundings.interrupts().happened() ? Problem.stopped(failure) : Problem.of(failure);
  }

  private ExitCode show(Answer answer, String name, boolean json) {
    if (json) {
      printJson(name, answer.status(), answer.details());
    } else {
      answer.result().forEach(surroundings.out()::println);
      answer.notes().forEach(note -> surroundings.err().println(calledAs().in(note)));
    }
    return answer.exitCode();
  }

  private ExitCode show(Problem problem, String name, boolean json) {
    if (json) {
      printJson(
          name, problem.exitCode().status(), Map.of("error", problem.in(calledAs()).details()));
    } else {
      lines(problem).forEach(line -> surroundings.err().println(calledAs().in(line)));
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
    List<String> names = commands.names();
    boolean known = names.contains(wrong.getCommandLine().getCommandName());
    if (!known && first.isPresent() && !names.contains(first.get())) {
      return unknown(first.get(), names);
    }
    String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
    return Problem.ofUse(wrong.getMessage() + "." + meant(wrong), command + " --help");
  }

  private static String meant(ParameterException wrong) {
    if (!(wrong instanceof UnmatchedArgumentException unmatched)) {
      return "";
    }
    List<String> options =
        wrong.getCommandLine().getCommandSpec().options().stream()
            .map(OptionSpec::longestName)
            .toList();
    return new NearestWord(options)
        .to(unmatched.getUnmatched().getFirst())
        .map(option -> " Did you mean \"" + option + "\"?")
        .orElse("");
  }

  private CalledAs calledAs() {
    return CalledAs.of(surroundings.calledAs(), commands.names());
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
