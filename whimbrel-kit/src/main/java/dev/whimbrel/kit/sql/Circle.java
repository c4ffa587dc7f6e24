package dev.whimbrel.kit.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Things of which each needs the next to be there first, and the last needs the first.
 *
 * @param names as the statements that make them say them
 */
record Circle(List<String> names) {
  private static final Pattern MAKING =
      Pattern.compile(
          "\\s*create\\s+(?:or\\s+replace\\s+)?(?:\\w+\\s+)*?"
              + "(?:view|table|function|procedure|aggregate|domain|type)\\s+(?:if\\s+not\\s+exists\\s+)?"
              + "(?<name>(?:\"(?:[^\"]|\"\")+\"|[^\\s(\"])+)",
          Pattern.CASE_INSENSITIVE);

  Circle {
    names = List.copyOf(names);
  }

  /** A circle among what these statements make, none of which could be run, if there is one. */
  static Optional<Circle> among(List<String> statements) {
    Map<String, String> makings = new LinkedHashMap<>();
    for (String statement : statements) {
      Matcher making = MAKING.matcher(statement);
      if (making.lookingAt()) {
        makings.put(making.group("name"), statement.substring(making.end()));
      }
    }
    return makings.keySet().stream()
        .flatMap(name -> from(List.of(name), makings).stream())
        .findFirst();
  }

  private static Optional<Circle> from(List<String> way, Map<String, String> makings) {
    List<String> next = needed(makings.getOrDefault(way.getLast(), ""), makings).toList();
    if (next.contains(way.getFirst())) {
      return Optional.of(new Circle(way));
    }
    return next.stream()
        .filter(name -> !way.contains(name))
        .flatMap(name -> from(longer(way, name), makings).stream())
        .findFirst();
  }

  private static List<String> longer(List<String> way, String name) {
    var longer = new ArrayList<>(way);
    longer.add(name);
    return longer;
  }

  private static Stream<String> needed(String text, Map<String, String> makings) {
    return makings.keySet().stream()
        .filter(name ->
            Pattern.compile("(?<![\\w\"])" + Pattern.quote(name) + "(?![\\w\"])")
                .matcher(text)
                .find());
  }

  /** One sentence that names them. */
  String told() {
    return names.size() == 1
        ? "It needs itself, so that no order helps: " + names.getFirst() + "."
        : "These need one another, so that no order helps: " + String.join(", ", names) + ".";
  }
}
