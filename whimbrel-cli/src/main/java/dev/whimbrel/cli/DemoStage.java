package dev.whimbrel.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Where the tour is shown: on standard output, or nowhere for a program that wants JSON. */
record DemoStage(Invocation invocation) {
  void say(String text) {
    out().println(text);
  }

  void title(String text) {
    boolean colour = invocation.surroundings().colourful() && !invocation.json();
    say("");
    say(colour ? "\u001b[1m" + text + "\u001b[0m" : text);
  }

  void show(String text) {
    text.lines().forEach(line -> say("    " + line));
  }

  /** Runs a command of ours as someone in that folder would. */
  int command(Path folder, Map<String, String> variables, String... arguments) {
    title("$ whimbrel " + String.join(" ", arguments));
    var environment = new HashMap<>(invocation.surroundings().environment());
    environment.putAll(variables);
    return new Door(surroundings(folder, environment)).run(arguments);
  }

  private Surroundings surroundings(Path folder, Map<String, String> environment) {
    var here = invocation.surroundings();
    return new Surroundings(
        here.calledAnywhere(),
        out(),
        invocation.json() ? out() : here.out(),
        here.in(),
        environment,
        folder,
        false,
        here.interrupts(),
        here.clock(),
        here.random());
  }

  private PrintStream out() {
    return invocation.json()
        ? new PrintStream(PrintStream.nullOutputStream(), true)
        : invocation.surroundings().out();
  }
}
