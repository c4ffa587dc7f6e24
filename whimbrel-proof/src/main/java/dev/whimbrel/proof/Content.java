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
import java.util.stream.Collectors;

/**
 * What is in the tables of a database.
 *
 * @param values by table and column, in an order that does not depend on where rows lie
 * @param rows by table, each row whole, in an order of the same kind
 */
record Content(
    Map<ObjectName, Map<String, List<String>>> values, Map<ObjectName, List<String>> rows) {
  private static final String NULL = "\u0000null";

  static Content of(Dialect dialect, Session session, Schema schema) {
    var values = new TreeMap<ObjectName, Map<String, List<String>>>();
    var whole = new TreeMap<ObjectName, List<String>>();
    schema
        .tables()
        .forEach(table -> {
          List<Row> rows = rows(dialect, session, table);
          values.put(table.name(), columns(table, rows));
          whole.put(table.name(), rows.stream().map(row -> whole(table, row)).sorted().toList());
        });
    return new Content(values, whole);
  }

  private static String whole(Table table, Row row) {
    return table.columns().stream()
        .map(column -> row.find(column.name()).orElse(NULL))
        .collect(Collectors.joining("\u0001"));
  }

  private static List<Row> rows(Dialect dialect, Session session, Table table) {
    String name =
        table.name().namespace().isEmpty()
            ? dialect.quote(table.name().name())
            : dialect.quote(table.name().namespace()) + "." + dialect.quote(table.name().name());
    try {
      return session.query("SELECT * FROM " + name);
    } catch (DatabaseException unreadable) {
      return List.of();
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

  /**
   * The tables and columns whose values are not there any more as they were.
   *
   * @param between what there was on the way
   */
  List<Lost> lostIn(Content later, Content between) {
    var lost = new ArrayList<Lost>();
    values.keySet().forEach(table -> lost.addAll(lostIn(table, later, between)));
    return lost;
  }

  private List<Lost> lostIn(ObjectName table, Content later, Content between) {
    var lost = new ArrayList<Lost>();
    columns(table)
        .forEach((column, before) -> {
          List<String> after = later.columns(table).getOrDefault(column, List.of());
          if (!before.equals(after)) {
            boolean dropped = !between.columns(table).containsKey(column);
            boolean empty = after.stream().allMatch(NULL::equals);
            lost.add(new Lost(table + "." + column, dropped && empty));
          }
        });
    boolean moved = lost.isEmpty() && !whole(table).equals(later.whole(table));
    return moved ? List.of(new Lost(table + " (values stand in other rows)", false)) : lost;
  }

  private List<String> whole(ObjectName table) {
    return rows.getOrDefault(table, List.of());
  }

  private Map<String, List<String>> columns(ObjectName table) {
    return values.getOrDefault(table, Map.of());
  }

  /**
   * Values that are gone.
   *
   * @param dropped whether none is left, since the place itself was gone for a while
   */
  record Lost(String place, boolean dropped) {}
}
