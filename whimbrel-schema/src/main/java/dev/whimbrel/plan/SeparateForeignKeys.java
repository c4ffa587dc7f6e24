package dev.whimbrel.plan;

import dev.whimbrel.change.Change;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes foreign keys out of tables that come or go, so that tables which refer to one another can
 * be made, and dropped, in some order.
 */
public final class SeparateForeignKeys implements Rewrite {
  @Override
  public List<Change> apply(List<Change> changes, Schema from) {
    return changes.stream().flatMap(SeparateForeignKeys::separated).toList();
  }

  private static Stream<Change> separated(Change change) {
    return switch (change) {
      case Change.Create(Table table) ->
          Stream.concat(
              Stream.of(new Change.Create(bare(table))),
              keys(table).map(key -> new Change.AddConstraint(table.name(), key)));
      case Change.Drop(Table table) ->
          Stream.concat(
              keys(table).map(key -> new Change.DropConstraint(table.name(), key)),
              Stream.of(new Change.Drop(bare(table))));
      default -> Stream.of(change);
    };
  }

  private static Stream<Constraint> keys(Table table) {
    return table.constraints().stream().filter(Constraint::refersElsewhere);
  }

  private static Table bare(Table table) {
    return table.withConstraints(
        table.constraints().stream().filter(constraint -> !constraint.refersElsewhere()).toList());
  }
}
