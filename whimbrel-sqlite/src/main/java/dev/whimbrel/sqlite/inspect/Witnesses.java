package dev.whimbrel.sqlite.inspect;

import dev.whimbrel.dialect.Row;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.ValueSource;
import java.util.List;
import java.util.Map;

/**
 * What SQLite itself says of its tables.
 *
 * @param columns the rows of {@code table_xinfo} by table
 * @param references the rows of {@code foreign_key_list} by table
 */
record Witnesses(Map<String, List<Row>> columns, Map<String, List<Row>> references) {
  /** Whether a table that was read from its text is the one that SQLite knows. */
  boolean confirm(Table table) {
    List<Row> seen = columns.getOrDefault(table.name().name(), List.of());
    if (seen.size() != table.columns().size()) {
      return false;
    }
    for (int i = 0; i < seen.size(); i++) {
      if (!agree(table.columns().get(i), seen.get(i), table)) {
        return false;
      }
    }
    return table.constraints().stream().anyMatch(Constraint.Verbatim.class::isInstance)
        || confirmReferences(table);
  }

  /** Keys of tables without rowid say NOT NULL there although the text does not. */
  private static boolean agree(Column column, Row seen, Table table) {
    boolean implied = seen.number("pk") > 0 && !table.options().isEmpty();
    return column.name().equals(seen.text("name"))
        && type(column).equalsIgnoreCase(seen.text("type"))
        && hidden(column) == seen.number("hidden")
        && (implied || column.nullable() != seen.flag("notnull"))
        && (table.primaryKey().isEmpty()
            || table.primaryKey().get().columns().stream().anyMatch(column.name()::equalsIgnoreCase)
                == seen.number("pk") > 0);
  }

  private boolean confirmReferences(Table table) {
    long said = table.foreignKeys().mapToLong(key -> key.columns().size()).sum();
    return said == references.getOrDefault(table.name().name(), List.of()).size();
  }

  private static String type(Column column) {
    return column.type() instanceof DataType.Native(var words) ? words : "";
  }

  private static long hidden(Column column) {
    return column.value() instanceof ValueSource.Generated(var expression, var stored)
        ? stored ? 3 : 2
        : 0;
  }
}
