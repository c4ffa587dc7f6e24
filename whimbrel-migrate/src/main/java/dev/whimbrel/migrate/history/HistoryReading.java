package dev.whimbrel.migrate.history;

import dev.whimbrel.dialect.Row;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.migrate.directory.Direction;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.history.HistoryEntry.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** Reads the lines of a history; its loops are plain, since applications wait for them. */
record HistoryReading(Session session, String table) {
  /** All but the scripts back, which may be long and are seldom wanted. */
  private static final String COLUMNS =
      "number, id, state, direction, statement, checksum, recorded_at, recorded_by, duration_ms,"
          + " whimbrel_version, reason";

  List<HistoryEntry> entries() {
    return read("SELECT " + COLUMNS + " FROM " + table + " ORDER BY number");
  }

  /** The lines that follow that number. */
  List<HistoryEntry> after(long number) {
    return read(
        "SELECT " + COLUMNS + " FROM " + table + " WHERE number > ? ORDER BY number", number);
  }

  /** Of a thousand lines, reading all columns takes three times as long. */
  List<Gist> gist() {
    List<Gist> gist = new ArrayList<>();
    for (Row row : session.query("SELECT id, state, checksum FROM " + table + " ORDER BY number")) {
      gist.add(new Gist(new MigrationId(row.text("id")), event(row), row.text("checksum")));
    }
    return gist;
  }

  private List<HistoryEntry> read(String sql, Object... parameters) {
    List<HistoryEntry> entries = new ArrayList<>();
    for (Row row : session.query(sql, parameters)) {
      entries.add(entry(row));
    }
    return entries;
  }

  private static HistoryEntry entry(Row row) {
    return new HistoryEntry(
        row.number("number"),
        new MigrationId(row.text("id")),
        event(row),
        Direction.valueOf(row.text("direction").toUpperCase(Locale.ROOT)),
        statement(row),
        row.text("checksum"),
        row.text("recorded_at"),
        row.text("recorded_by"),
        Duration.ofMillis(row.number("duration_ms")),
        row.text("whimbrel_version"),
        row.find("reason"));
  }

  private static Event event(Row row) {
    return Event.valueOf(row.text("state").toUpperCase(Locale.ROOT));
  }

  private static OptionalInt statement(Row row) {
    return row.find("statement").isPresent()
        ? OptionalInt.of((int) row.number("statement"))
        : OptionalInt.empty();
  }
}
