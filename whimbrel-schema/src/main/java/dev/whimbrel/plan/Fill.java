package dev.whimbrel.plan;

import dev.whimbrel.schema.Expression;
import dev.whimbrel.schema.ObjectName;

/**
 * What the rows that are there get in a column that may not be null from now on.
 *
 * @param table the table under its new name
 * @param value an expression over the columns of the row
 */
public record Fill(ObjectName table, String column, Expression value) {
  /** Whether it is for this column. */
  public boolean isFor(ObjectName otherTable, String otherColumn) {
    return table.equals(otherTable) && column.equals(otherColumn);
  }
}
