package dev.whimbrel.sqlite.forecast;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.Row;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.review.forecast.Readings;
import dev.whimbrel.review.forecast.TableSize;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.sqlite.parse.Names;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts the rows of each table and the bytes of it and its indexes; SQLite knows no more. */
public record FileReadings(Session session) {
  private static final String OBJECTS =
      """
      SELECT type, name, tbl_name FROM sqlite_schema
        WHERE type IN ('table', 'index') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
          AND name <> '_whimbrel_history' AND sql NOT LIKE 'CREATE VIRTUAL%'
      """;

  public Readings read() {
    Map<String, Long> bytes = bytes();
    List<Row> objects = session.query(OBJECTS);
    var tables = new TreeMap<ObjectName, TableSize>();
    objects.stream()
        .filter(row -> row.text("type").equals("table"))
        .map(row -> row.text("name"))
        .forEach(table -> tables.put(ObjectName.of(table), size(table, objects, bytes)));
    return new Readings(Duration.ZERO, tables);
  }

  private TableSize size(String table, List<Row> objects, Map<String, Long> bytes) {
    long rows =
        session
            .query("SELECT count(*) AS counted FROM " + Names.quoted(table))
            .getFirst()
            .number("counted");
    long indexes =
        objects.stream()
            .filter(row -> row.text("type").equals("index"))
            .filter(row -> row.text("tbl_name").equals(table))
            .mapToLong(row -> bytes.getOrDefault(row.text("name"), 0L))
            .sum();
    return new TableSize(rows, bytes.getOrDefault(table, 0L), indexes, 0);
  }

  /** By table and index; nothing where the library was built without the table that tells. */
  private Map<String, Long> bytes() {
    var bytes = new HashMap<String, Long>();
    try {
      session
          .query("SELECT name, pgsize AS bytes FROM dbstat WHERE aggregate = TRUE")
          .forEach(row -> bytes.put(row.text("name"), row.number("bytes")));
    } catch (DatabaseException withoutIt) {
      bytes.clear();
    }
    return bytes;
  }
}
