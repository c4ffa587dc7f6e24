package dev.whimbrel.plan;

import dev.whimbrel.change.Change;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import java.util.List;
import java.util.stream.Stream;

/**
 * Ordered changes with their statements.
 *
 * @param from the schema before
 * @param to the schema after
 * @param changes what is meant, whatever the database
 * @param steps what is done, in this database's own way
 */
public record Plan(Schema from, Schema to, List<Change> changes, List<Step> steps) {
  public Plan {
    changes = List.copyOf(changes);
    steps = List.copyOf(steps);
  }

  /** The changes, and behind the new form of a table what that does to its columns. */
  public Stream<Change> meant() {
    return changes.stream()
        .flatMap(change -> Stream.concat(Stream.of(change), NewForm.columnsOf(change)));
  }

  /** All statements that lead from the one schema to the other, in order. */
  public List<Statement> forward() {
    return steps.stream().flatMap(step -> step.forward().stream()).toList();
  }

  /** All statements that lead back, in order. */
  public List<Statement> back() {
    return steps.reversed().stream().flatMap(step -> step.back().sql().stream()).toList();
  }

  /** Whether a change is done in such a way that others can go on meanwhile. */
  public boolean letsOthersGoOn(Change change) {
    return steps.stream()
        .filter(step -> step.change().equals(change))
        .flatMap(step -> step.forward().stream())
        .anyMatch(statement -> statement.transaction() != Statement.Transaction.INSIDE);
  }

  /** Whether the rows of a table go with it on the way there, and not over into another form. */
  public boolean dropsRows(Table table) {
    return steps.stream()
        .anyMatch(step ->
            step.change() instanceof Change.Drop(Table gone)
                && gone.name().equals(table.name())
                && !step.forward().isEmpty());
  }

  /** The same of a table that comes, on the way back. */
  public boolean dropsRowsBack(Table table) {
    return steps.stream()
        .anyMatch(step ->
            step.change() instanceof Change.Create(Table made)
                && made.name().equals(table.name())
                && !step.back().sql().isEmpty());
  }

  public boolean isEmpty() {
    return steps.isEmpty();
  }
}
