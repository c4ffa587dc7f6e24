package dev.whimbrel.cli;

import dev.whimbrel.kit.config.NearestWord;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Takes the words behind a command apart, or says why that cannot be done. Written by hand, since a
 * library for it took a quarter of a second at each start.
 */
final class Parsing {
  private final CommandSpec spec;
  private final Iterator<String> arguments;
  private final Map<String, List<String>> values = new TreeMap<>();
  private final List<String> words = new ArrayList<>();

  Parsing(CommandSpec spec, Iterator<String> arguments) {
    this.spec = spec;
    this.arguments = arguments;
  }

  /**
   * All that is left to be read.
   *
   * @throws UseException if it does not fit the command
   */
  Typed all() {
    while (arguments.hasNext()) {
      String argument = arguments.next();
      if (argument.equals("--")) {
        arguments.forEachRemaining(words::add);
      } else {
        take(argument);
      }
    }
    if (!values.containsKey("--help")) {
      checkWords();
    }
    return new Typed(values, words);
  }

  /** What stands before the first word without a dash, and that word. */
  Typed untilWord() {
    while (arguments.hasNext() && words.isEmpty()) {
      take(arguments.next());
    }
    return new Typed(values, words);
  }

  private void take(String argument) {
    if (argument.startsWith("-") && argument.length() > 1) {
      takeOption(argument);
    } else {
      words.add(argument);
    }
  }

  private void takeOption(String argument) {
    int equals = argument.indexOf('=');
    String name = equals < 0 ? argument : argument.substring(0, equals);
    OptionSpec option = spec.option(name).orElseThrow(() -> unknown(name));
    if (values.containsKey(option.name()) && !option.repeatable()) {
      throw wrong("The option %s stands there twice.".formatted(name));
    }
    List<String> given = values.computeIfAbsent(option.name(), key -> new ArrayList<>());
    if (!option.isFlag()) {
      given.add(equals < 0 ? next(option) : argument.substring(equals + 1));
    } else if (equals >= 0) {
      throw wrong("The option %s takes no value.".formatted(name));
    }
  }

  private String next(OptionSpec option) {
    String value = arguments.hasNext() ? arguments.next() : "--";
    if (value.equals("--") || spec.option(value).isPresent()) {
      throw wrong(
          "The option %s needs a value: %s %s"
              .formatted(option.name(), option.name(), option.label().orElse("VALUE")));
    }
    return value;
  }

  private void checkWords() {
    int least = spec.words().map(WordsSpec::least).orElse(0);
    int most = spec.words().map(WordsSpec::most).orElse(0);
    if (words.size() < least) {
      throw wrong("%s is missing.".formatted(spec.words().map(WordsSpec::label).orElse("A word")));
    }
    if (words.size() > most) {
      throw wrong("There is no place for the word \"%s\".".formatted(words.get(most)));
    }
  }

  private UseException unknown(String name) {
    String meant =
        new NearestWord(spec.options().stream().map(OptionSpec::name).toList())
            .to(name)
            .map(option -> " Did you mean \"" + option + "\"?")
            .orElse("");
    return wrong("Unknown option: \"%s\".%s".formatted(name, meant));
  }

  private UseException wrong(String message) {
    return new UseException(message, spec.name() + " --help");
  }
}
