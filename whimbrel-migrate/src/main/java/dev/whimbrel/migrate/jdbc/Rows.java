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
    List<String> labels = labels(result.getMetaData());
    List<Row> rows = new ArrayList<>();
    while (result.next()) {
      rows.add(row(result, labels));
    }
    return rows;
  }

  /** Asked once: some drivers go down to the database for each. */
  private static List<String> labels(ResultSetMetaData columns) throws SQLException {
    List<String> labels = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      labels.add(columns.getColumnLabel(i));
    }
    return labels;
  }

  private static Row row(ResultSet result, List<String> labels) throws SQLException {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (int i = 0; i < labels.size(); i++) {
      values.put(labels.get(i), result.getObject(i + 1));
    }
    return new Row(values);
  }
}
