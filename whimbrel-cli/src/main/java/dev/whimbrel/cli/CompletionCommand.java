package dev.whimbrel.cli;

import java.util.List;
import java.util.Map;
import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;

/** {@code whimbrel completion}: what a shell needs to complete our commands and options. */
final class CompletionCommand implements Command {
  @Override
  public String name() {
    return "completion";
  }

  @Override
  public String about() {
    return "Prints a script for bash or zsh that completes commands and options.";
  }

  @Override
  public List<String> examples() {
    return List.of("source <(whimbrel completion)");
  }

  @Override
  public void describe(CommandSpec spec) {}

  @Override
  public Answer run(Invocation invocation) {
    String script = AutoComplete.bash("whimbrel", Commands.present().line());
    return Answer.done(script.lines().toList(), Map.of("script", script));
  }
}
