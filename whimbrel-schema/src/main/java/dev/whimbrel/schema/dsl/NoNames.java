package dev.whimbrel.schema.dsl;

import java.util.List;

/** No names, for databases that know constraints by what they say. */
record NoNames() implements Naming {
  @Override
  public String primaryKey(String table, List<String> columns) {
    return "";
  }

  @Override
  public String unique(String table, List<String> columns) {
    return "";
  }

  @Override
  public String check(String table, String column) {
    return "";
  }

  @Override
  public String foreignKey(
      String table, List<String> columns, String referenced, List<String> targets) {
    return "";
  }

  @Override
  public String index(String table, List<String> columns) {
    return Naming.spoken().index(table, columns);
  }
}
