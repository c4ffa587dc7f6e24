package dev.whimbrel.cli;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** {@code whimbrel completion}: what a shell needs to complete our commands and options. */
record CompletionCommand(Supplier<Grammar> grammar) implements Command {
  private static final String SCRIPT =
      """
      # Completes the commands and options of whimbrel, in bash and in zsh.
      _whimbrel() {
        local each words command=
        for each in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
          case $each in
            COMMANDS) command=$each; break ;;
          esac
        done
        case $command in
      CASES
          *) words="ALL" ;;
        esac
        COMPREPLY=($(compgen -W "$words" -- "${COMP_WORDS[COMP_CWORD]}"))
      }
      if [ -n "${ZSH_VERSION-}" ]; then
        autoload -U +X compinit && compinit
        autoload -U +X bashcompinit && bashcompinit
      fi
      complete -o default -F _whimbrel whimbrel
      """;

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
    String script = script(grammar.get());
    return Answer.done(script.lines().toList(), Map.of("script", script));
  }

  private static String script(Grammar grammar) {
    String cases =
        grammar.commands().stream()
            .map(command ->
                "    %s) words=\"%s\" ;;".formatted(names(command), options(grammar.spec(command))))
            .collect(Collectors.joining("\n"));
    List<String> names = grammar.names();
    return SCRIPT
        .replace("COMMANDS", String.join("|", names))
        .replace("CASES", cases)
        .replace("ALL", String.join(" ", names) + " " + options(grammar.root()));
  }

  private static String names(Command command) {
    return String.join("|", new Grammar(List.of(command)).names());
  }

  private static String options(CommandSpec spec) {
    return spec.options().stream().map(OptionSpec::name).collect(Collectors.joining(" "));
  }
}
