package dev.whimbrel.scenarios.peers;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A file of pairs of schemas. A line with {@code ===} begins a pair and names it, one with {@code
 * ---} stands between its two sides, and one with {@code !} says what was renamed. A pair is tried
 * both ways, and one with renames from the first to the second.
 */
record PairFile(String name, String text) {
  private static final Pattern BETWEEN = Pattern.compile("(?m)^---$");

  List<PeerCase> cases() {
    return Stream.of(text.split("(?m)^=== "))
        .filter(block -> !block.isBlank())
        .flatMap(this::cases)
        .toList();
  }

  private Stream<PeerCase> cases(String block) {
    int end = block.indexOf('\n');
    String id = block.substring(0, end);
    List<String> lines = block.substring(end).lines().toList();
    String decisions =
        lines.stream()
            .filter(line -> line.startsWith("!"))
            .map(line -> line.substring(1))
            .collect(Collectors.joining("\n"));
    String[] sides =
        BETWEEN.split(
            lines.stream().filter(line -> !line.startsWith("!")).collect(Collectors.joining("\n")));
    var there = new PeerCase(name, id, sides[0], sides[1], decisions);
    return decisions.isEmpty()
        ? Stream.of(there, new PeerCase(name, id + ", the other way", sides[1], sides[0]))
        : Stream.of(there);
  }
}
