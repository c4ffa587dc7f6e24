package dev.whimbrel.sqlite.run;

import dev.whimbrel.dialect.Row;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.sqlite.parse.Names;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How many rows there were in the tables that a script builds anew. */
final class RowCounts {
  private final Session session;
  private final Map<RebuiltTable, Long> before = new LinkedHashMap<>();

  /** Counts; a table that the script makes itself has none to lose. */
  RowCounts(Session session, List<RebuiltTable> tables) {
    this.session = session;
    tables.stream()
        .filter(table -> !table.emptied() && isThere(table.first()))
        .forEach(table -> before.put(table, count(table.first())));
  }

  /** The first table that has fewer rows now. */
  Optional<RebuiltTable> shrunk() {
    return before.entrySet().stream()
        .filter(entry -> isThere(entry.getKey().last()))
        .filter(entry -> count(entry.getKey().last()) < entry.getValue())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** How many rows are gone of a table. */
  long missing(RebuiltTable table) {
    return before.getOrDefault(table, 0L) - count(table.last());
  }

  /** A script may use a name for a while only. */
  boolean isThere(String table) {
    List<Row> found =
        session.query(
            "SELECT 1 AS one FROM sqlite_schema WHERE type = 'table' AND name = ? COLLATE NOCASE",
            table);
    return !found.isEmpty();
  }

  private long count(String table) {
    String query = "SELECT count(*) AS n FROM " + Names.quoted(table);
    return session.query(query).getFirst().number("n");
  }
}
