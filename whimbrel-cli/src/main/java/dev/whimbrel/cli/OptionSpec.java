package dev.whimbrel.cli;

import java.util.List;
import java.util.Optional;

/**
 * An option that a command knows.
 *
 * @param names as they are typed; the last is the one to speak of
 * @param label stands for its value; a flag has none
 * @param repeatable whether it may stand there several times
 */
record OptionSpec(List<String> names, Optional<String> label, boolean repeatable, String about) {
  OptionSpec {
    names = List.copyOf(names);
  }

  String name() {
    return names.getLast();
  }

  boolean isFlag() {
    return label.isEmpty();
  }

  /** As the help has it: {@code -h, --help} or {@code --name NAME}. */
  String shown() {
    String indent = names.size() == 1 ? "    " : "";
    return indent + String.join(", ", names) + label.map(value -> " " + value).orElse("");
  }
}
