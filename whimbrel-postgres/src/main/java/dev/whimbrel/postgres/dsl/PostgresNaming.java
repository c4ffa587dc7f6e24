package dev.whimbrel.postgres.dsl;

import dev.whimbrel.schema.dsl.Naming;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Names that say everything, cut where PostgreSQL itself would cut them. */
record PostgresNaming() implements Naming {
  private static final int GREATEST_LENGTH = 63;

  @Override
  public String primaryKey(String table, List<String> columns) {
    return cut(Naming.spoken().primaryKey(table, columns));
  }

  @Override
  public String unique(String table, List<String> columns) {
    return cut(Naming.spoken().unique(table, columns));
  }

  @Override
  public String check(String table, String column) {
    return cut(Naming.spoken().check(table, column));
  }

  @Override
  public String foreignKey(
      String table, List<String> columns, String referenced, List<String> targets) {
    return cut(Naming.spoken().foreignKey(table, columns, referenced, targets));
  }

  @Override
  public String index(String table, List<String> columns) {
    return cut(Naming.spoken().index(table, columns));
  }

  private static String cut(String name) {
    String shorter = name;
    while (shorter.getBytes(StandardCharsets.UTF_8).length > GREATEST_LENGTH) {
      shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1));
    }
    return shorter;
  }
}
