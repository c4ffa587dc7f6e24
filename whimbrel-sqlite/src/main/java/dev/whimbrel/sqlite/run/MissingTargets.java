package dev.whimbrel.sqlite.run;

import dev.whimbrel.dialect.RefusedException;
import dev.whimbrel.dialect.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tables whose foreign keys refer to a table that is not there. SQLite lets that be; but a key that
 * had its table and has it no longer followed a rename it should not have followed.
 *
 * @param there the tables that there are
 * @param keys one sentence for each key that misses its table
 */
record MissingTargets(List<String> there, List<Key> keys) {
  private static final String KEYS =
      """
      SELECT DISTINCT s.name AS name, f."table" AS target
      FROM sqlite_schema AS s JOIN pragma_foreign_key_list(s.name) AS f
      WHERE s.type = 'table' AND s.sql NOT LIKE 'CREATE VIRTUAL%'
      AND NOT EXISTS (SELECT 1 FROM sqlite_schema AS t WHERE t.type = 'table'
        AND t.name = f."table" COLLATE NOCASE)
      ORDER BY 1, 2\
      """;

  /** A table and what it refers to in vain. */
  record Key(String table, String target) {}

  static MissingTargets in(Session session) {
    return new MissingTargets(
        session.query("SELECT name FROM sqlite_schema WHERE type = 'table'").stream()
            .map(row -> row.text("name"))
            .toList(),
        session.query(KEYS).stream()
            .map(row -> new Key(row.text("name"), row.text("target")))
            .toList());
  }

  void refuseMoreThan(MissingTargets before) {
    var added = new ArrayList<>(keys);
    added.removeAll(before.keys());
    added.removeIf(key -> !before.there().contains(key.table()) || before.misses(key.table()));
    if (!added.isEmpty()) {
      throw new RefusedException(letter(added));
    }
  }

  private boolean misses(String table) {
    return keys.stream().anyMatch(key -> key.table().equals(table));
  }

  private static String letter(List<Key> added) {
    return "After this migration foreign keys would refer to tables that are not there: "
        + added.stream()
            .map(key -> key.table() + " to " + key.target())
            .collect(Collectors.joining("; "))
        + ". Keys follow a table that is renamed: make the new table under another name, copy the"
        + " rows, drop the old table, and rename the new one. Everything was rolled back.";
  }
}
