package dev.whimbrel.kit;

import dev.whimbrel.review.forecast.Range;
import dev.whimbrel.review.script.ScriptStatement;
import java.util.List;
import java.util.Optional;

/** How long migrations are going to take together. */
public record TotalTime(List<Review.OfMigration> migrations) {
  public TotalTime {
    migrations = List.copyOf(migrations);
  }

  /** In words; nothing where nothing is known of any statement. */
  public Optional<String> told() {
    List<Review.Foreseen> foreseen =
        migrations.stream().flatMap(each -> each.foreseen().stream()).toList();
    if (foreseen.isEmpty()) {
      return Optional.empty();
    }
    Range known =
        foreseen.stream()
            .flatMap(each -> each.forecast().time().stream())
            .reduce(new Range(0, 0), Range::plus);
    boolean all =
        foreseen.stream().allMatch(each -> each.forecast().time().isPresent()) && !anyRefused();
    return Optional.of(known + (all ? " in all" : ", and what is not known"));
  }

  private boolean anyRefused() {
    return migrations.stream()
        .flatMap(each -> each.script().statements().stream())
        .anyMatch(ScriptStatement::refused);
  }
}
