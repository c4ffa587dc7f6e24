package dev.whimbrel.dialect;

import java.util.List;

/**
 * The place where a database keeps the history of its migrations.
 *
 * @param name the table, with its namespace and in quotes as far as it needs them
 * @param creation the statements that make the table where there is none, in order
 * @param presence a query that gives a row if the table is there, with its full name as {@code
 *     name} where scripts could make the short one mean another
 */
public record HistoryTable(String name, List<String> creation, String presence) {
  public HistoryTable {
    creation = List.copyOf(creation);
  }

  /** The table {@code _whimbrel_history} of the default namespace, in standard SQL. */
  public static HistoryTable standard() {
    String name = "_whimbrel_history";
    return new HistoryTable(
        name,
        List.of(creation(name)),
        "SELECT 1 AS present FROM information_schema.tables WHERE table_name = '" + name + "'");
  }

  /** The statement that makes the table, in words that PostgreSQL and SQLite both understand. */
  public static String creation(String name) {
    return "CREATE TABLE IF NOT EXISTS "
        + name
        + """
         (
          number BIGINT PRIMARY KEY,
          id TEXT NOT NULL,
          state TEXT NOT NULL,
          direction TEXT NOT NULL,
          statement BIGINT,
          checksum TEXT NOT NULL,
          recorded_at TEXT NOT NULL,
          recorded_by TEXT NOT NULL,
          duration_ms BIGINT NOT NULL,
          whimbrel_version TEXT NOT NULL,
          down_script TEXT,
          reason TEXT
        )\
        """;
  }
}
