package dev.whimbrel.kit.rename;

import dev.whimbrel.change.Change;
import dev.whimbrel.diff.RenameQuestion;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Answers written down beforehand, one a line, each as {@link Change#describe} says it: {@code
 * rename column posts.title to headline}, {@code add column posts.headline}.
 */
public record Decisions(Set<String> lines) implements Asker {
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
