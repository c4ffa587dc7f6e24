package dev.whimbrel.sqlite.rewrite;

import dev.whimbrel.change.Change;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.ValueSource;
import dev.whimbrel.sqlite.parse.Wording;
import dev.whimbrel.sqlite.render.ColumnAdditions;
import java.util.List;

/**
 * Whether ALTER TABLE can make these changes to a table, judged from its shape alone: SQLite does
 * not say whether a constraint was written within a column, so one that mentions it counts.
 */
record InPlace(Table before, List<Change> changes) {
  boolean possible() {
    return changes.stream().allMatch(this::possible) && !emptied();
  }

  private boolean possible(Change change) {
    return switch (change) {
      case Change.AddColumn(var table, var column) ->
          ColumnAdditions.addable(column) && !taken(column);
      case Change.DropColumn(var table, var column) -> droppable(column);
      case Change.AddIndex add -> true;
      case Change.DropIndex drop -> true;
      default -> false;
    };
  }

  /** A column of that name goes in the same plan, or is there in other letters. */
  private boolean taken(Column column) {
    return before.columns().stream()
        .anyMatch(there -> there.name().equalsIgnoreCase(column.name()) && !goes(there, column));
  }

  private boolean goes(Column there, Column column) {
    return there.name().equals(column.name())
        && changes.stream()
            .anyMatch(change ->
                change instanceof Change.DropColumn(var table, var gone)
                    && gone.name().equals(there.name()));
  }

  /** What ADD COLUMN could not bring back is not dropped in place either. */
  private boolean droppable(Column column) {
    boolean constrained =
        before.constraints().stream().anyMatch(each -> mentions(each, column.name()));
    boolean computedFrom =
        before.columns().stream()
            .filter(other -> !other.name().equals(column.name()))
            .anyMatch(other -> mentions(other.value(), column.name()));
    return !constrained && !computedFrom && ColumnAdditions.addable(column);
  }

  private static boolean mentions(Constraint constraint, String column) {
    return switch (constraint) {
      case Constraint.Check(var name, var condition) -> Wording.mentions(condition.sql(), column);
      case Constraint.Verbatim(var name, var definition) -> Wording.mentions(definition, column);
      case Constraint.ForeignKey key ->
          key.columns().contains(column) || key.referenced().contains(column);
      case Constraint.PrimaryKey key -> key.columns().contains(column);
      case Constraint.Unique unique -> unique.columns().contains(column);
    };
  }

  private static boolean mentions(ValueSource value, String column) {
    return value instanceof ValueSource.Generated(var expression, var stored)
        && Wording.mentions(expression.sql(), column);
  }

  private boolean emptied() {
    long gone = changes.stream().filter(Change.DropColumn.class::isInstance).count();
    return gone > 0 && gone >= before.columns().stream().filter(each -> !each.generated()).count();
  }
}
