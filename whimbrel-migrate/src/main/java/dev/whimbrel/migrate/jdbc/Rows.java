package dev.whimbrel.migrate.jdbc;

import dev.whimbrel.dialect.Row;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a JDBC result as values. */
final class Rows {
  private Rows() {}

  static List<Row> all(ResultSet result) throws SQLException {
    // where two columns have one name, the last has the name's place
    var columns = columns(result.getMetaData());
    var heading = Row.Heading.of(List.copyOf(columns.keySet()));
    int[] numbers = numbers(columns);
    List<Row> rows = new ArrayList<>();
    while (result.next()) {
      rows.add(new Row(heading, cells(result, numbers)));
    }
    return rows;
  }

  private static int[] numbers(LinkedHashMap<String, Integer> columns) {
    int[] numbers = new int[columns.size()];
    int place = 0;
    for (int number : columns.values()) {
      numbers[place++] = number;
    }
    return numbers;
  }

  /** Asked once: some drivers go down to the database for each. */
  private static LinkedHashMap<String, Integer> columns(ResultSetMetaData columns)
      throws SQLException {
    var numbers = new LinkedHashMap<String, Integer>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      numbers.put(columns.getColumnLabel(i), i);
    }
    return numbers;
  }

  private static @Nullable Object[] cells(ResultSet result, int[] numbers) throws SQLException {
    @Nullable Object[] cells = new @Nullable Object[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      cells[i] = result.getObject(numbers[i]);
    }
    return cells;
  }
}
