package dev.whimbrel.testkit.database;

import dev.whimbrel.dialect.Row;
import dev.whimbrel.dialect.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What SQLite itself says of a database, whatever the words in which it was made, for comparing:
 * its pragmas, and the text of indexes, triggers and views.
 */
public record SqliteShape(Session session) {
  private static final List<String> QUERIES =
      List.of(
          """
          SELECT s.name, c.name, lower(c.type), c."notnull",
            replace(replace(trim(c.dflt_value, '()'), '"', ''), '''', '') AS value, c.pk, c.hidden
          FROM sqlite_schema s, pragma_table_xinfo(s.name) c
          WHERE s.type IN ('table', 'view') AND s.name NOT LIKE '\\_whimbrel%' ESCAPE '\\'
            AND s.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
          ORDER BY s.name, c.cid
          """,
          """
          SELECT s.name, lower(l."table"), lower(l."from"),
            lower(coalesce(l."to", (SELECT p.name FROM pragma_table_info(l."table") p
              WHERE p.pk = l.seq + 1))) AS target, l.on_update, l.on_delete, l.match
          FROM sqlite_schema s, pragma_foreign_key_list(s.name) l ORDER BY 1, 2, 3, 4
          """,
          """
          SELECT s.name, CASE WHEN i.origin = 'c' THEN i.name ELSE '' END, i."unique", i.origin,
            i.partial, (SELECT group_concat(x.name || x."desc" || x.coll || x.key)
              FROM pragma_index_xinfo(i.name) x) AS parts
          FROM sqlite_schema s, pragma_index_list(s.name) i
          WHERE s.type = 'table' AND s.name NOT LIKE '\\_whimbrel%' ESCAPE '\\'
          ORDER BY 1, 2, 3, 4, 5, 6
          """,
          """
          SELECT name, wr, strict FROM pragma_table_list
          WHERE schema = 'main' AND name NOT LIKE '\\_whimbrel%' ESCAPE '\\'
            AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name
          """);
  private static final String TEXTS =
      """
      SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND tbl_name NOT LIKE '\\_whimbrel%'
        ESCAPE '\\' AND (type <> 'table' OR sql LIKE 'CREATE VIRTUAL%') ORDER BY name
      """;

  /** All of it, a line for each thing. */
  public String text() {
    var lines = new ArrayList<String>();
    for (String query : QUERIES) {
      session.query(query).forEach(row -> lines.add(line(row)));
    }
    session.query(TEXTS).forEach(row -> lines.add(bare(row.text("sql"))));
    return String.join("\n", lines);
  }

  private static String line(Row row) {
    return row.values().values().stream().map(Objects::toString).collect(Collectors.joining(" | "));
  }

  /** The letters that matter. */
  private static String bare(String sql) {
    return sql.replaceAll("(?s)/\\*.*?\\*/|--[^\n]*", "")
        .replaceAll("[`\"\\[\\]]", "")
        .replaceAll("\\s+", "")
        .toLowerCase(Locale.ROOT);
  }
}
