package dev.whimbrel.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that may stand behind one command, in the order in which the help shows it. */
final class CommandSpec {
  private final String name;
  private final List<OptionSpec> options = new ArrayList<>();
  private Optional<WordsSpec> words = Optional.empty();

  /** Begins with nothing. */
  CommandSpec(String name) {
    this.name = name;
  }

  CommandSpec addOption(OptionSpec option) {
    options.add(option);
    return this;
  }

  CommandSpec addPositional(WordsSpec taken) {
    words = Optional.of(taken);
    return this;
  }

  /** As it is typed, {@code whimbrel} included. */
  String name() {
    return name;
  }

  List<OptionSpec> options() {
    return List.copyOf(options);
  }

  Optional<WordsSpec> words() {
    return words;
  }

  Optional<OptionSpec> option(String typed) {
    return options.stream().filter(option -> option.names().contains(typed)).findFirst();
  }
}
