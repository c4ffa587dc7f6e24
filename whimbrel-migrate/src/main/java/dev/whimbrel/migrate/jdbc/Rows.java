package dev.whimbrel.migrate.jdbc;

import dev.whimbrel.dialect.Row;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a JDBC result as values. */
final class Rows {
  private Rows() {}

  static List<Row> all(ResultSet result) throws SQLException {
    ResultSetMetaData columns = result.getMetaData();
    List<Row> rows = new ArrayList<>();
    while (result.next()) {
      rows.add(row(result, columns));
    }
    return rows;
  }

  private static Row row(ResultSet result, ResultSetMetaData columns) throws SQLException {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      values.put(columns.getColumnLabel(i), result.getObject(i));
    }
    return new Row(values);
  }
}
