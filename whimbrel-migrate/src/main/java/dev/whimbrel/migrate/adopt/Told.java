package dev.whimbrel.migrate.adopt;

import dev.whimbrel.dialect.Row;
import dev.whimbrel.dialect.Session;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A table of another tool as it is in this database.
 *
 * @param name the table as SQL writes it
 * @param columns what it has, in lower case
 */
record Told(Session session, String name, List<String> columns) {
  /** The first of these tables that is there. */
  static Optional<Told> find(Session session, String columnsQuery, List<String> names) {
    return names.stream()
        .map(name -> new Told(session, name, columns(session, columnsQuery, name)))
        .filter(table -> !table.columns.isEmpty())
        .findFirst();
  }

  boolean has(String column) {
    return columns.contains(column);
  }

  /** All rows, sorted by the first of these columns that it has. */
  List<Row> rows(String... order) {
    String by =
        List.of(order).stream()
            .filter(this::has)
            .limit(1)
            .map(" ORDER BY %s"::formatted)
            .collect(Collectors.joining());
    return session.query("SELECT * FROM " + name + by);
  }

  /** The moment in one of the ways in which databases spell them. */
  static Optional<Instant> moment(Optional<String> text) {
    return text.flatMap(Told::parsed);
  }

  private static Optional<Instant> parsed(String text) {
    try {
      if (text.matches("[0-9]{10,14}")) {
        return Optional.of(Instant.ofEpochMilli(Long.parseLong(text)));
      }
      if (text.matches(".*(?:Z|[-+][0-9]{2}(?::?[0-9]{2})?)") && text.contains("T")) {
        return Optional.of(OffsetDateTime.parse(text).toInstant());
      }
      return Optional.of(
          Timestamp.valueOf(text.replaceAll("[-+][0-9]{2}(?::?[0-9]{2})?$", "")).toInstant());
    } catch (DateTimeParseException | IllegalArgumentException other) {
      return Optional.empty();
    }
  }

  private static List<String> columns(Session session, String query, String name) {
    return session.query(query, name).stream()
        .map(row -> row.text("name").toLowerCase(java.util.Locale.ROOT))
        .toList();
  }
}
