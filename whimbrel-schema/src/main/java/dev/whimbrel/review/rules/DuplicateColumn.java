package dev.whimbrel.review.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import dev.whimbrel.review.sql.Action;
import dev.whimbrel.review.sql.Deed;
import dev.whimbrel.review.sql.NewColumn;
import dev.whimbrel.review.sql.NewConstraint;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
    return lists(deed)
        .map(DuplicateColumn::twice)
        .filter(twice -> !twice.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static Stream<List<String>> lists(Deed deed) {
    return switch (deed) {
      case Deed.CreateTable made ->
          Stream.concat(
              Stream.of(made.columns().stream().map(NewColumn::name).toList()), keys(made));
      case Deed.CreateView view -> Stream.of(view.columns());
      case Deed.Alter alter ->
          Stream.concat(
              Stream.of(alter.actions().stream().flatMap(DuplicateColumn::added).toList()),
              keys(alter));
      case Deed.Write write -> Stream.of(write.columns(), write.inserted());
      case Deed.Other other -> other.lists().stream();
      case Deed.Query query when query.into().isPresent() -> Stream.of(query.columns());
      default -> Stream.empty();
    };
  }

  private static Stream<List<String>> keys(Deed deed) {
    return deed.declared().filter(NewConstraint::isKey).map(NewConstraint::columns);
  }

  private static Stream<String> added(Deed.Placed placed) {
    return placed.action() instanceof Action.AddColumn add
        ? Stream.of(add.column().name())
        : Stream.empty();
  }

  private static List<String> twice(List<String> columns) {
    var seen = new HashSet<String>();
    return columns.stream()
        .filter(column -> !column.isEmpty())
        .filter(
            column -> !seen.add(column) || seen.stream().anyMatch(other -> overlap(column, other)))
        .toList();
  }

  /** A column and a part of it cannot both be given a value. */
  private static boolean overlap(String one, String other) {
    return one.startsWith(other + ".") || other.startsWith(one + ".");
  }
}
