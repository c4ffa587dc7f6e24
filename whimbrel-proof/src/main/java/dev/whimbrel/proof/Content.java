package dev.whimbrel.proof;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.Row;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is in the tables of a database: for each table and column its values, row by row.
 *
 * @param values by table and column, in an order that does not depend on where rows lie
 */
record Content(Map<ObjectName, Map<String, List<String>>> values) {
  private static final String NULL = "\u0000null";

  static Content of(Dialect dialect, Session session, Schema schema) {
    var values = new TreeMap<ObjectName, Map<String, List<String>>>();
    schema.tables().forEach(table -> values.put(table.name(), of(dialect, session, table)));
    return new Content(values);
  }

  private static Map<String, List<String>> of(Dialect dialect, Session session, Table table) {
    String name =
        table.name().namespace().isEmpty()
            ? dialect.quote(table.name().name())
            : dialect.quote(table.name().namespace()) + "." + dialect.quote(table.name().name());
    try {
      return columns(table, session.query("SELECT * FROM " + name));
    } catch (DatabaseException unreadable) {
      return Map.of();
    }
  }

  private static Map<String, List<String>> columns(Table table, List<Row> rows) {
    var columns = new LinkedHashMap<String, List<String>>();
    table
        .columns()
        .forEach(column ->
            columns.put(
                column.name(),
                rows.stream().map(row -> row.find(column.name()).orElse(NULL)).sorted().toList()));
    return columns;
  }

  /** The tables and columns whose values are not there any more as they were. */
  List<Lost> lostIn(Content later) {
    var lost = new ArrayList<Lost>();
    values.forEach((table, columns) ->
        columns.forEach((column, before) -> {
          List<String> after =
              later.values().getOrDefault(table, Map.of()).getOrDefault(column, List.of());
          if (!before.equals(after)) {
            lost.add(new Lost(table + "." + column, after.stream().allMatch(NULL::equals)));
          }
        }));
    return lost;
  }

  /**
   * Values that are gone.
   *
   * @param all whether none is left
   */
  record Lost(String place, boolean all) {}
}
