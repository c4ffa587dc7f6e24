package dev.whimbrel.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What {@code --help} prints. */
record Usage(Grammar grammar) {
  private static final int WIDTH = 80;

  /** The help for the whole. */
  List<String> ofAll() {
    var commands = new LinkedHashMap<String, String>();
    grammar
        .commands()
        .forEach(
            command -> commands.put("  " + String.join(", ", names(command)), command.about()));
    var lines = new ArrayList<String>();
    lines.add("whimbrel COMMAND [OPTIONS]");
    lines.add("Takes a database from the shape it has to the shape you describe.");
    lines.addAll(section("Commands:", table(commands)));
    lines.addAll(section("Options:", options(grammar.root())));
    lines.addAll(List.of("", "Begin with: whimbrel demo, or whimbrel init"));
    return lines;
  }

  /** The help for one command. */
  List<String> of(Command command) {
    CommandSpec spec = grammar.spec(command);
    var lines = new ArrayList<String>();
    String words = spec.words().map(taken -> " " + taken.shown()).orElse("");
    lines.add(spec.name() + words + " [OPTIONS]");
    lines.addAll(wrapped(command.about(), WIDTH));
    lines.addAll(section("Options:", options(spec)));
    lines.addAll(
        section("Examples:", command.examples().stream().map(each -> "  " + each).toList()));
    return lines;
  }

  private static List<String> names(Command command) {
    return Stream.concat(Stream.of(command.name()), command.aliases().stream()).toList();
  }

  private static List<String> section(String heading, List<String> lines) {
    return Stream.concat(Stream.of("", heading), lines.stream()).toList();
  }

  private static List<String> options(CommandSpec spec) {
    var rows = new LinkedHashMap<String, String>();
    spec.words().ifPresent(words -> rows.put("      " + words.shown(), words.about()));
    spec.options().forEach(option -> rows.put("  " + option.shown(), option.about()));
    return table(rows);
  }

  private static List<String> table(Map<String, String> rows) {
    int left = rows.keySet().stream().mapToInt(String::length).max().orElse(0) + 3;
    var lines = new ArrayList<String>();
    rows.forEach((name, about) -> {
      List<String> texts = wrapped(about, WIDTH - left);
      lines.add(name + " ".repeat(left - name.length()) + texts.getFirst());
      texts.stream().skip(1).forEach(text -> lines.add(" ".repeat(left) + text));
    });
    return lines;
  }

  private static List<String> wrapped(String text, int width) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
