package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import dev.whimbrel.review.sql.Action;
import dev.whimbrel.review.sql.Deed;
import dev.whimbrel.review.sql.NewConstraint;
import dev.whimbrel.schema.ObjectName;
import java.util.List;
import java.util.Optional;

/** Rows have to differ from now on. */
public final class UniqueForOldWriters implements StatementRule {
  @Override
  public String id() {
    return "add-unique-old-writers";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {
    return switch (statement.deed()) {
      case Deed.CreateIndex index when index.unique() && !script.makes(index.table(), statement) ->
          Optional.of(danger(index.table(), index.columns()));
      case Deed.Alter alter when !script.makes(alter.table(), statement) ->
          alter.actions().stream()
              .flatMap(each -> unique(each.action()).stream())
              .map(columns -> danger(alter.table(), columns))
              .findFirst();
      default -> Optional.empty();
    };
  }

  /** The columns of a new rule; one that takes an index over is no new one. */
  private static Optional<List<String>> unique(Action action) {
    return action instanceof Action.AddConstraint(NewConstraint constraint)
            && constraint.kind() == NewConstraint.Kind.UNIQUE
            && constraint.index().isEmpty()
        ? Optional.of(constraint.columns())
        : Optional.empty();
  }

  private static Danger danger(ObjectName table, List<String> columns) {
    String list = String.join(", ", columns);
    return Danger.advice(
        "equal rows stop it now, and are refused from then on",
        "code that writes duplicates fails (23505)",
        "SELECT %s, count(*) FROM %s GROUP BY %s HAVING count(*) > 1; -- must give no row"
            .formatted(list, table, list));
  }
}
