package dev.whimbrel.schema.dsl;

import java.util.List;

/** Names made of the table and the columns that they are about. */
record SpokenNames() implements Naming {
  @Override
  public String primaryKey(String table, List<String> columns) {
    return columns.size() == 1 ? "" : joined(table, columns) + "_pk";
  }

  @Override
  public String unique(String table, List<String> columns) {
    return joined(table, columns) + "_unique";
  }

  @Override
  public String check(String table, String column) {
    return table + "_" + column + "_check";
  }

  @Override
  public String foreignKey(
      String table, List<String> columns, String referenced, List<String> targets) {
    return joined(table, columns) + "_" + joined(referenced, targets) + "_fk";
  }

  @Override
  public String index(String table, List<String> columns) {
    return joined(table, columns) + "_index";
  }

  private static String joined(String table, List<String> columns) {
    return table + "_" + String.join("_", columns);
  }
}
