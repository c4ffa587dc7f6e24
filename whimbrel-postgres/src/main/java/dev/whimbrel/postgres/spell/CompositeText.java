package dev.whimbrel.postgres.spell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A composite type as {@code CREATE TYPE name AS (…)} spells it. */
record CompositeText(String name, Map<String, String> attributes) {
  private static final String HEAD = "CREATE TYPE ";
  private static final String OPENING = " AS (";
  private static final String QUOTED = "\"(?:[^\"]|\"\")+\"";

  /** A name, and a type in which commas stand within parentheses or quotes. */
  private static final Pattern ATTRIBUTE =
      Pattern.compile("(%1$s|[^\", ]+) ((?:%1$s|\\([^()]*\\)|[^,\"(])+)".formatted(QUOTED));

  /** What turns one into the other while columns of the type stay, if that can be said. */
  static Optional<String> change(String from, String to) {
    return read(from).flatMap(old -> read(to).flatMap(old::into));
  }

  static Optional<CompositeText> read(String sql) {
    int opening = sql.indexOf(OPENING);
    if (!sql.startsWith(HEAD) || opening < 0 || !sql.endsWith(")")) {
      return Optional.empty();
    }
    var attributes = new LinkedHashMap<String, String>();
    ATTRIBUTE
        .matcher(sql.substring(opening + OPENING.length(), sql.length() - 1))
        .results()
        .forEach(each -> attributes.put(each.group(1), each.group(2)));
    return Optional.of(new CompositeText(sql.substring(HEAD.length(), opening), attributes));
  }

  /** The first with the attributes of the second, but in the old types where there are such. */
  static String between(String from, String to) {
    Map<String, String> old = read(from).map(CompositeText::attributes).orElseThrow();
    CompositeText wanted = read(to).orElseThrow();
    var attributes = new LinkedHashMap<String, String>();
    old.forEach((name, type) -> {
      if (wanted.attributes.containsKey(name)) {
        attributes.put(name, type);
      }
    });
    wanted.attributes.forEach(attributes::putIfAbsent);
    return new CompositeText(wanted.name, attributes).sql();
  }

  /** The second with its attributes in the order of the first. */
  static String inOrderOf(String order, String type) {
    CompositeText wanted = read(type).orElseThrow();
    var attributes = new LinkedHashMap<String, String>();
    read(order)
        .orElseThrow()
        .attributes
        .forEach((name, old) -> attributes.put(name, wanted.attributes.getOrDefault(name, old)));
    return new CompositeText(wanted.name, attributes).sql();
  }

  private String sql() {
    return attributes.entrySet().stream()
        .map(each -> each.getKey() + " " + each.getValue())
        .collect(Collectors.joining(", ", HEAD + name + OPENING, ")"));
  }

  /** New attributes come last, wherever they are wanted. */
  private Optional<String> into(CompositeText wanted) {
    var words = new ArrayList<String>();
    attributes.keySet().stream()
        .filter(each -> !wanted.attributes.containsKey(each))
        .forEach(each -> words.add("DROP ATTRIBUTE " + each + " CASCADE"));
    wanted.attributes.forEach((each, type) -> alter(each, type).ifPresent(words::add));
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of("ALTER TYPE " + name + " " + String.join(", ", words));
  }

  private Optional<String> alter(String attribute, String type) {
    String old = attributes.get(attribute);
    if (old == null) {
      return Optional.of("ADD ATTRIBUTE " + attribute + " " + type + " CASCADE");
    }
    return old.equals(type)
        ? Optional.empty()
        : Optional.of("ALTER ATTRIBUTE " + attribute + " SET DATA TYPE " + type + " CASCADE");
  }
}
