package dev.whimbrel.review.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import dev.whimbrel.review.sql.Deed;
import dev.whimbrel.review.sql.NewColumn;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** A column stands twice in one list. */
public final class DuplicateColumn implements StatementRule {
  @Override
  public String id() {
    return "duplicate-column";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {

    List<String> twice = twice(statement.deed());
    return twice.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Danger.dangerous(
                "the column " + twice.getFirst() + " stands in the list more than once",
                "the database refuses the statement",
                "name each column once"));
  }

  private static List<String> twice(Deed deed) {
    List<String> columns =
        switch (deed) {
          case Deed.CreateTable made -> made.columns().stream().map(NewColumn::name).toList();
          case Deed.Write write -> write.columns();
          case Deed.Query query when query.into() -> query.columns();
          default -> List.of();
        };
    var seen = new HashSet<String>();
    return columns.stream()
        .filter(column -> !column.isEmpty())
        .filter(
            column -> !seen.add(column) || (column.contains(".") && seen.contains(whole(column))))
        .toList();
  }

  private static String whole(String part) {
    return part.substring(0, part.indexOf('.'));
  }
}
