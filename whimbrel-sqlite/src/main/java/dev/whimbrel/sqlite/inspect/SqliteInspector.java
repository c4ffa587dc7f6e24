package dev.whimbrel.sqlite.inspect;

import dev.whimbrel.dialect.Inspector;
import dev.whimbrel.dialect.Normalizer;
import dev.whimbrel.dialect.Row;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the schema of a SQLite database: from the text that SQLite keeps, with its pragmas as
 * witnesses. A table whose text and pragmas do not agree is carried as it is.
 */
public final class SqliteInspector implements Inspector {
  private static final String KEPT =
      """
      SELECT type, name, tbl_name, sql FROM sqlite_schema
      WHERE sql IS NOT NULL AND substr(lower(tbl_name), 1, 10) <> '_whimbrel_'
      AND substr(lower(name), 1, 7) <> 'sqlite_'
      ORDER BY rowid\
      """;
  private static final String SHADOWS =
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow'";
  private static final String COLUMNS =
      """
      SELECT s.name AS tbl, c.name, c.type, c."notnull", c.pk, c.hidden
      FROM sqlite_schema AS s JOIN pragma_table_xinfo(s.name) AS c
      WHERE s.type = 'table' AND s.sql NOT LIKE 'CREATE VIRTUAL%'
      ORDER BY s.rowid, c.cid\
      """;
  private static final String REFERENCES =
      """
      SELECT s.name AS tbl, f.id, f."table" AS target, f."from" AS col
      FROM sqlite_schema AS s JOIN pragma_foreign_key_list(s.name) AS f
      WHERE s.type = 'table' AND s.sql NOT LIKE 'CREATE VIRTUAL%'
      ORDER BY s.rowid, f.id, f.seq\
      """;

  private final Normalizer normalizer;

  public SqliteInspector(Normalizer normalizer) {
    this.normalizer = normalizer;
  }

  @Override
  public Schema inspect(Session session) {
    Set<String> shadows =
        session.query(SHADOWS).stream().map(row -> row.text("name")).collect(Collectors.toSet());
    List<KeptObject> kept =
        session.query(KEPT).stream()
            .map(KeptObject::of)
            .filter(object -> !shadows.contains(object.table()))
            .toList();
    var witnesses = new Witnesses(byTable(session, COLUMNS), byTable(session, REFERENCES));
    return normalizer.normalize(Schema.of(new Reading(kept, witnesses).objects().values()));
  }

  private static Map<String, List<Row>> byTable(Session session, String query) {
    return session.query(query).stream().collect(Collectors.groupingBy(row -> row.text("tbl")));
  }
}
