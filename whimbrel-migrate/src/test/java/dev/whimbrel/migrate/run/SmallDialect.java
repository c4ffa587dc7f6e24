package dev.whimbrel.migrate.run;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.HistoryTable;
import dev.whimbrel.dialect.Inspector;
import dev.whimbrel.dialect.MigrationFrame;
import dev.whimbrel.dialect.MigrationLock;
import dev.whimbrel.dialect.Normalizer;
import dev.whimbrel.dialect.Splitter;
import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.plan.Renderer;
import dev.whimbrel.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/** As much of a dialect as a run needs; its lock holds nobody off. */
record SmallDialect(String name, HistoryTable historyTable) implements Dialect {
  static final SmallDialect SQLITE =
      new SmallDialect(
          "sqlite",
          new HistoryTable(
              "_whimbrel_history",
              List.of(HistoryTable.creation("_whimbrel_history")),
              "SELECT 1 FROM sqlite_schema WHERE name = '_whimbrel_history'"));

  static final SmallDialect POSTGRES =
      new SmallDialect(
          "postgresql",
          new HistoryTable(
              "whimbrel.history",
              List.of("CREATE SCHEMA whimbrel", HistoryTable.creation("whimbrel.history")),
              "SELECT 1 WHERE to_regclass('whimbrel.history') IS NOT NULL"));

  @Override
  public boolean speaks(String jdbcUrl) {
    return jdbcUrl.startsWith("jdbc:" + name + ":");
  }

  @Override
  public String quote(String text) {
    return "\"" + text + "\"";
  }

  @Override
  public Normalizer normalizer() {
    return schema -> schema;
  }

  @Override
  public Renderer renderer() {
    return (change, before) -> List.of();
  }

  @Override
  public Inspector inspector() {
    return session -> Schema.empty();
  }

  @Override
  public MigrationFrame frame() {
    return (session, statements, work) -> session.inTransaction(work);
  }

  @Override
  public MigrationLock lock() {
    return (session, patience) -> new NoLock();
  }

  /** What keeps runs apart is each transaction's look into the history. */
  private record NoLock() implements MigrationLock.Held {
    @Override
    public boolean lasts() {
      return false;
    }

    @Override
    public void close() {}
  }

  @Override
  public Splitter splitter() {
    return SmallDialect::split;
  }

  /** Every semicolon at the end of a line ends a statement. */
  private static List<SqlStatement> split(String script) {
    List<SqlStatement> statements = new ArrayList<>();
    int start = 0;
    for (String piece : script.split("(?<=;\r?\n)")) {
      String sql = piece.strip().replaceFirst(";$", "");
      if (!sql.isEmpty() && !sql.startsWith("--")) {
        String before = script.substring(0, script.indexOf(sql, start));
        statements.add(new SqlStatement(sql, 1 + before.replaceAll("[^\n]", "").length()));
      }
      start += piece.length();
    }
    return statements;
  }
}
