package dev.whimbrel.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Someone's consent to the loss of data. It is given by naming what goes, with {@code --accept} or
 * at the terminal; where the environment is protected, by a person at the terminal only, since an
 * option can be set by any program.
 */
record Consent(Invocation invocation, String command) {
  /** What a command says of itself when some losses are accepted. */
  sealed interface Outcome {}

  /** It needed no more consent, and this is what came of it. */
  record Given(Answer answer) implements Outcome {}

  /** It did nothing, since these losses were not accepted. */
  record Asked(List<String> losses) implements Outcome {
    Asked {
      losses = List.copyOf(losses);
    }
  }

  static OptionSpec option() {
    return OptionSpec.builder("--accept")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .arity("1")
        .paramLabel("NAME")
        .description("accept that a table or column is lost, such as users.age")
        .build();
  }

  /** Tries with what is accepted beforehand, and once more with what a person accepts. */
  Answer seek(Function<Set<String>, Outcome> attempt) {
    Set<String> named = named();
    return switch (attempt.apply(named)) {
      case Given(var answer) -> answer;
      case Asked(var losses) when isAccepted(losses) -> again(attempt, named, losses);
      case Asked(var losses) -> throw refusal(losses);
    };
  }

  private Set<String> named() {
    List<String> none = List.of();
    return isProtected()
        ? Set.of()
        : Set.copyOf(invocation.typed().matchedOptionValue("--accept", none));
  }

  private Answer again(
      Function<Set<String>, Outcome> attempt, Set<String> named, List<String> losses) {
    var accepted = new HashSet<>(named);
    accepted.addAll(losses);
    return switch (attempt.apply(accepted)) {
      case Given(var answer) -> answer;
      case Asked(var more) -> throw refusal(more);
    };
  }

  private boolean isAccepted(List<String> losses) {
    if (!invocation.interactive()) {
      return false;
    }
    String word = isProtected() ? environment() : losses.getFirst();
    var here = invocation.surroundings();
    here.err()
        .println("These hold data, and all of it would be lost: " + String.join(", ", losses));
    here.err().print("To accept that, type " + word + ": ");
    here.err().flush();
    return here.line().equals(word);
  }

  private DeclinedException refusal(List<String> losses) {
    var problem =
        new Problem(
            ExitCode.DECLINED,
            "data-loss",
            "Nothing was done: data would be lost, and nobody has accepted that.",
            "These hold data: " + String.join(", ", losses) + ".\n" + rule(),
            isProtected() ? List.of() : List.of(command(losses)));
    return new DeclinedException(problem);
  }

  private String rule() {
    return isProtected()
        ? "The environment %s is protected, so a person has to accept it at a terminal."
            .formatted(environment())
        : "Accept it by naming what goes, after a backup:";
  }

  private String command(List<String> losses) {
    return "whimbrel "
        + command
        + typedAgain()
        + losses.stream().map(loss -> " --accept " + loss).collect(Collectors.joining());
  }

  /** The options with which the command has to be typed again. */
  private String typedAgain() {
    return List.of("--steps", "--to", "--env", "--config", "--database").stream()
        .flatMap(option ->
            invocation.text(option).map(value -> " " + option + " " + harmless(value)).stream())
        .collect(Collectors.joining());
  }

  /** A URL may hold a password. */
  private static String harmless(String value) {
    return value.matches("(?s).*(@|password|\\s).*") ? "..." : value;
  }

  private boolean isProtected() {
    return invocation.project().configuration().isProtected();
  }

  private String environment() {
    return invocation.text("--env").orElse("");
  }
}
