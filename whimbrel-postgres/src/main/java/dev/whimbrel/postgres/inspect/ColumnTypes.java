package dev.whimbrel.postgres.inspect;

import static java.util.stream.Collectors.joining;

import dev.whimbrel.dialect.Row;
import dev.whimbrel.postgres.spell.TypeName;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.ObjectName;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The types that columns are of, with their collations, each asked once: there are few of them,
 * where columns are many.
 */
record ColumnTypes(Map<Key, Spelled> spelled) {
  private static final long NO_MODIFIER = -1;

  private static final String QUERY =
      """
      SELECT u.type AS number, u.modifier, u.sorted AS collation_number,
        format_type(u.type, u.modifier::int) AS type,
        e.typname AS enum_name, t.oid <> e.oid AS is_array,
        CASE en.nspname WHEN 'public' THEN '' ELSE en.nspname END AS enum_namespace,
        CASE WHEN u.sorted = t.typcollation THEN NULL
          WHEN pg_collation_is_visible(l.oid) THEN l.collname
          ELSE '"' || replace(ln.nspname, '"', '""') || '"."' || replace(l.collname, '"', '""') || '"' END AS collation
      FROM (VALUES :asked) u(type, modifier, sorted)
        JOIN pg_type t ON t.oid = u.type
        LEFT JOIN pg_type e ON e.oid = CASE WHEN t.typelem <> 0 AND t.typlen = -1 THEN t.typelem
          ELSE t.oid END AND e.typtype = 'e'
        LEFT JOIN pg_namespace en ON en.oid = e.typnamespace
        LEFT JOIN pg_collation l ON l.oid = u.sorted
        LEFT JOIN pg_namespace ln ON ln.oid = l.collnamespace
      """;

  /** A type with its lengths and its collation, by the numbers that PostgreSQL has for them. */
  private record Key(long type, long modifier, long collation) {
    static Key of(Row column) {
      return new Key(
          column.number("type"),
          column.find("modifier").map(Long::valueOf).orElse(NO_MODIFIER),
          column.find("collation").map(Long::valueOf).orElse(0L));
    }

    String values() {
      return "(%d::oid, %d, %s)"
          .formatted(type, modifier, collation == 0 ? "NULL::oid" : collation + "::oid");
    }
  }

  /** How the server spells a type, and what it is. */
  private record Spelled(String text, DataType type, Optional<String> collation) {}

  /** The types of these columns. */
  static ColumnTypes read(Catalog catalog, List<Row> columns) {
    Set<Key> keys = new LinkedHashSet<>();
    columns.forEach(column -> keys.add(Key.of(column)));
    var spelled = new HashMap<Key, Spelled>();
    if (!keys.isEmpty()) {
      String values = keys.stream().map(Key::values).collect(joining(", "));
      catalog
          .rows(QUERY.replace(":asked", values))
          .forEach(row -> spelled.put(key(row), spelled(row)));
    }
    return new ColumnTypes(spelled);
  }

  private static Key key(Row row) {
    return new Key(
        row.number("number"),
        row.number("modifier"),
        row.find("collation_number").map(Long::valueOf).orElse(0L));
  }

  private static Spelled spelled(Row row) {
    return new Spelled(row.text("type"), type(row), row.find("collation"));
  }

  private static DataType type(Row row) {
    if (row.find("enum_name").isEmpty()) {
      return TypeName.parse(row.text("type"));
    }
    var type =
        new DataType.Enumerated(new ObjectName(row.text("enum_namespace"), row.text("enum_name")));
    return row.flag("is_array") ? new DataType.Array(type) : type;
  }

  DataType known(Row column) {
    return of(column).type();
  }

  /** The type as the server spells it. */
  String text(Row column) {
    return of(column).text();
  }

  /** The collation, if it is not the type's own. */
  Optional<String> collation(Row column) {
    return of(column).collation();
  }

  /** A type that was there for the column and not for us was changed meanwhile. */
  private Spelled of(Row column) {
    Spelled found = spelled.get(Key.of(column));
    if (found == null) {
      throw new IllegalStateException("no type of column " + column);
    }
    return found;
  }
}
