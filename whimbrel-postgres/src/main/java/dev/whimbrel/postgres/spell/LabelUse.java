package dev.whimbrel.postgres.spell;

import dev.whimbrel.change.Change;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.EnumType;
import dev.whimbrel.schema.ValueSource;
import java.util.List;

/**
 * What the changes of one plan do with the labels of enumerations. A label that is added cannot be
 * used in the same transaction, so a plan that does so has to make the type anew.
 */
public record LabelUse(List<Change> changes) {
  public LabelUse {
    changes = List.copyOf(changes);
  }

  /**
   * The column without a default of which only the old form of its type knows the label: on the way
   * back it comes when the type is as it was.
   */
  public Column speakable(Column column) {
    return column.value() instanceof ValueSource.Default(var value)
            && changes.stream().anyMatch(change -> takesAway(change, value.sql()))
        ? column.filledBy(new ValueSource.Given())
        : column;
  }

  private static boolean takesAway(Change change, String sql) {
    return change instanceof Change.Replace(EnumType from, EnumType to)
        && from.labels().stream()
            .filter(label -> !to.labels().contains(label))
            .anyMatch(label -> sql.contains(Text.literal(label)));
  }

  /** Whether the new labels can only be had by making the type anew. */
  public boolean rebuilds(EnumType from, EnumType to) {
    return !to.labels().stream().filter(from.labels()::contains).toList().equals(from.labels())
        || to.labels().stream()
            .filter(label -> !from.labels().contains(label))
            .anyMatch(this::mentioned);
  }

  private boolean mentioned(String label) {
    String literal = Text.literal(label);
    return changes.stream()
        .filter(change -> !(change instanceof Change.Replace(EnumType from, EnumType to)))
        .anyMatch(change -> change.toString().contains(literal));
  }
}
