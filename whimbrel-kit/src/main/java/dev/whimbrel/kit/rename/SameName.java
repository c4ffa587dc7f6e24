package dev.whimbrel.kit.rename;

import dev.whimbrel.change.Change;
import dev.whimbrel.diff.RenameQuestion;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Answers where the database takes both names for one; another is asked about the rest.
 *
 * @param same whether the database takes two names for one
 */
public record SameName(BiPredicate<String, String> same, Asker other) implements Asker {
  @Override
  public Optional<Change> answer(RenameQuestion question) {
    Optional<Change> found = question.renames().stream().filter(this::same).findFirst();
    return found.isPresent() ? found : other.answer(question);
  }

  private boolean same(Change change) {
    return switch (change) {
      case Change.RenameTable(var from, var to) -> same.test(from.name(), to.name());
      case Change.RenameColumn(var table, var from, var to) -> same.test(from, to);
      default -> false;
    };
  }
}
