package dev.whimbrel.plan;

import dev.whimbrel.change.Change;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Conversion;
import dev.whimbrel.schema.Expression;
import dev.whimbrel.schema.ObjectName;
import java.util.List;
import java.util.Optional;

/**
 * What a plan has to mind that no schema says.
 *
 * @param fills for columns that may not be null from now on
 * @param conversions how values become those of another type, where that was said
 * @param live the tables with which others are to go on meanwhile
 */
public record Guidance(List<Fill> fills, List<Conversion> conversions, LiveTables live) {
  public Guidance {
    fills = List.copyOf(fills);
    conversions = List.copyOf(conversions);
  }

  public static Guidance none() {
    return new Guidance(List.of(), List.of(), LiveTables.none());
  }

  /**
   * What makes the values of a column that a change gives another type. On the way back, when the
   * change is none of the plan's own, they are converted as if nothing had been said.
   */
  public Optional<Expression> conversion(Change change, List<Change> plan) {
    return change instanceof Change.AlterColumn(var table, var from, var to)
        ? conversions.stream()
            .filter(each -> each.table().equals(table) && each.column().equals(to.name()))
            .filter(each -> plan.contains(change))
            .map(Conversion::value)
            .findFirst()
        : Optional.empty();
  }

  /** What the rows that are there get in a column that may not be null, if that was said. */
  public Optional<Expression> fill(ObjectName table, Column column) {
    return fills.stream()
        .filter(fill -> !column.nullable() && fill.isFor(table, column.name()))
        .map(Fill::value)
        .findFirst();
  }
}
