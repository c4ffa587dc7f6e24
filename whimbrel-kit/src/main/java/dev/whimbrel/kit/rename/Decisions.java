package dev.whimbrel.kit.rename;

import dev.whimbrel.change.Change;
import dev.whimbrel.diff.RenameQuestion;
import dev.whimbrel.schema.Conversion;
import dev.whimbrel.schema.Expression;
import dev.whimbrel.schema.ObjectName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Answers written down beforehand, one a line, each as {@link Change#describe} says it: {@code
 * rename column posts.title to headline}, {@code add column posts.headline}.
 */
public record Decisions(Set<String> lines) implements Asker {
  private static final Pattern CONVERSION =
      Pattern.compile("alter column (.+)\\.([^. ]+) using (.+)");

  public Decisions {
    lines = Set.copyOf(lines);
  }

  /** No answers. */
  public static Decisions none() {
    return new Decisions(Set.of());
  }

  /**
   * The answers in a text; empty lines and those that begin with {@code #} or {@code --} say
   * nothing.
   */
  public static Decisions parse(String text) {
    var lines = new LinkedHashSet<String>();
    text.lines()
        .map(line -> line.strip().replaceAll("\\s+", " "))
        .filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.startsWith("--"))
        .forEach(lines::add);
    return new Decisions(lines);
  }

  /** How values become those of another type: {@code alter column users.age using age::integer}. */
  public List<Conversion> conversions() {
    return lines.stream()
        .map(CONVERSION::matcher)
        .filter(Matcher::matches)
        .map(Decisions::said)
        .toList();
  }

  /** What was decided, and before that what the source says. */
  public List<Conversion> joined(List<Conversion> said) {
    return Stream.concat(conversions().stream(), said.stream()).toList();
  }

  private static Conversion said(Matcher line) {
    String[] names = line.group(1).split("\\.", 2);
    ObjectName table =
        names.length == 2 ? new ObjectName(names[0], names[1]) : ObjectName.of(names[0]);
    return new Conversion(table, line.group(2), new Expression(line.group(3)));
  }

  /** The answers by which these renames are found again. */
  public static List<String> describing(List<Change> renames) {
    return renames.stream().map(Change::describe).toList();
  }

  @Override
  public Optional<Change> answer(RenameQuestion question) {
    return Stream.concat(question.renames().stream(), Stream.of(question.added()))
        .filter(change -> lines.contains(change.describe()))
        .findFirst();
  }
}
