package dev.whimbrel.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes a command line apart, has the command run, and shows what it says. */
final class Door {
  private final Surroundings surroundings;
  private final Grammar grammar =
      new Grammar(
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
              new PullCommand(),
              new DiffCommand(),
              new ExportCommand(),
              new PushCommand(),
              new ResetCommand(),
              new DropCommand(),
              new SeedDatabaseCommand(),
              new CompletionCommand(this::grammar),
              new DemoCommand()));

  Door(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Runs it and gives the exit code. */
  int run(String... arguments) {
    try {
      return run(grammar.parse(arguments));
    } catch (UseException wrong) {
      return show(wrong.problem(), "", List.of(arguments).contains("--json")).number();
    }
  }

  private int run(CommandLine line) {
    if (line.asksForHelp()) {
      print(help(line.command()), surroundings.out());
      return ExitCode.DONE.number();
    }
    if (line.asksForVersion()) {
      surroundings.out().println("whimbrel " + Main.version());
      return ExitCode.DONE.number();
    }
    if (line.command().isEmpty()) {
      print(help(line.command()), surroundings.err());
      return ExitCode.NOT_STARTED.number();
    }
    return run(line.command().get(), new Invocation(line.before(), line.typed(), surroundings));
  }

  private int run(Command command, Invocation invocation) {
    String name = command.name();
    try {
      return show(command.run(invocation), name, invocation.json()).number();
    } catch (RuntimeException failure) {
      if (invocation.has("--debug")) {
        new Trace(failure).print(surroundings.err());
      }
      return show(problem(failure), name, invocation.json()).number();
    }
  }

  private List<String> help(Optional<Command> command) {
    var usage = new Usage(grammar);
    return command.map(usage::of).orElseGet(usage::ofAll);
  }

  private void print(List<String> lines, PrintStream where) {
    lines.forEach(line -> where.println(calledAs().in(line)));
  }

  private Grammar grammar() {
    return grammar;
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

  private CalledAs calledAs() {
    return CalledAs.of(surroundings.calledAs(), grammar.names());
  }
}
