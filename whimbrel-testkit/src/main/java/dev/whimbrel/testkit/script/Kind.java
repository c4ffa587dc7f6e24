package dev.whimbrel.testkit.script;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One way to write one piece of a schema.
 *
 * @param name what it makes, from the general to the special, with dots between
 * @param since the first server version that takes it
 * @param template its SQL, with blanks and with choices
 */
record Kind(String name, int since, List<Variable> variables, String template) {
  private static final Pattern LINE =
      Pattern.compile("(?<name>[a-z.]+)(?:\\[(?<since>\\d+)])?(?<variables>.*?) : (?<sql>.*)");

  /**
   * Another piece that this one speaks of.
   *
   * @param kinds the starts of the names of the kinds that it may be of
   * @param owner the variable whose piece it has to belong to, if it does
   */
  record Variable(String name, List<String> kinds, Optional<String> owner) {
    private static final Pattern WORD =
        Pattern.compile("(?<name>[a-z])=(?<kinds>[a-z./]+)(?:\\((?<owner>[a-z])\\))?");

    private static Variable parse(String word) {
      Matcher parts = matched(WORD, word);
      return new Variable(
          parts.group("name"),
          List.of(parts.group("kinds").split("/")),
          Optional.ofNullable(parts.group("owner")));
    }

    boolean accepts(Kind kind) {
      return kinds.stream()
          .anyMatch(start -> kind.name.equals(start) || kind.name.startsWith(start + "."));
    }
  }

  static Kind parse(String line) {
    Matcher parts = matched(LINE, line);
    String since = parts.group("since");
    return new Kind(
        parts.group("name"),
        since == null ? 0 : Integer.parseInt(since),
        Stream.of(parts.group("variables").strip().split(" "))
            .filter(word -> !word.isEmpty())
            .map(Variable::parse)
            .toList(),
        parts.group("sql"));
  }

  private static Matcher matched(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("This is no kind of piece: " + text);
    }
    return matcher;
  }

  /** Whether what it makes has a namespace. */
  boolean qualified() {
    return template.contains("@@");
  }

  /** The first part of its name. */
  String family() {
    return name.replaceFirst("\\..*", "");
  }

  /** Whether a piece of the other kind can stand in its place. */
  boolean comparable(Kind other) {
    return family().equals(other.family())
        && variables.equals(other.variables)
        && qualified() == other.qualified();
  }
}
