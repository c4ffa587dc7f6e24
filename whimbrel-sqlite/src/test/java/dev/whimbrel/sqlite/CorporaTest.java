package dev.whimbrel.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.diff.RenameResolver;
import dev.whimbrel.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorporaTest {
  private static final Path FOLDER = Path.of("../../shared/corpora/final-sqlite");

  /** What SQLite itself says of a schema, whatever the words in which it was made. */
  private static final List<String> PRAGMAS =
      List.of(
          """
          SELECT s.name, c.name, lower(c.type), c."notnull", c.dflt_value, c.pk, c.hidden
          FROM sqlite_schema s, pragma_table_xinfo(s.name) c WHERE s.type IN ('table', 'view')
          ORDER BY s.name, c.cid\
          """,
          """
          SELECT s.name, l."table", l."from", l."to", l.on_update, l.on_delete, l.match
          FROM sqlite_schema s, pragma_foreign_key_list(s.name) l ORDER BY 1, 2, 3, 4\
          """,
          """
          SELECT s.name, CASE WHEN i.origin = 'c' THEN i.name ELSE '' END, i."unique", i.origin, i.partial,
            (SELECT group_concat(x.name || x."desc" || x.coll || x.key) FROM pragma_index_xinfo(i.name) x)
          FROM sqlite_schema s, pragma_index_list(s.name) i WHERE s.type = 'table'
          ORDER BY 1, 2, 3, 4, 5, 6\
          """,
          "SELECT name, wr, strict FROM pragma_table_list WHERE schema = 'main' ORDER BY name");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dyad",
        "pingvin-share",
        "komga",
        "conductor-sqlite",
        "homarr-sqlite",
        "memos-sqlite-latest"
      })
  void comesOutOfAnEmptyDatabaseAsItWentIn(String name) throws IOException {
    Path file = FOLDER.resolve(name + ".schema.sql");
    Assumptions.assumeTrue(Files.exists(file), "the corpora are not at hand");
    try (Desk there = Desk.inMemory();
        Desk here = Desk.inMemory()) {
      there.script(loadable(Files.readString(file)));
      Schema schema = there.schema();
      here.migrate(Desk.sql(here.plan(schema, RenameResolver.none()).forward()));
      assertThat(here.schema()).isEqualTo(schema);
      for (String pragma : PRAGMAS) {
        assertThat(here.rows(pragma)).isEqualTo(there.rows(pragma));
      }
      assertThat(texts(here)).containsExactlyInAnyOrderElementsOf(texts(there));
    }
  }

  /** The shell lists what belongs to SQLite and to virtual tables as well. */
  private static String loadable(String dump) {
    var kept = new ArrayList<String>();
    new SqliteDialect()
        .splitter()
        .split(dump)
        .forEach(statement -> {
          String sql = statement.sql();
          if (!sql.startsWith("CREATE TABLE sqlite_")
              && !sql.startsWith("CREATE TABLE IF NOT EXISTS '")) {
            kept.add(sql + ";\n");
          }
        });
    return String.join("", kept);
  }

  /** Indexes, triggers and views in the letters that matter. */
  private static List<String> texts(Desk desk) {
    return desk
        .rows(
            "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND (type <> 'table' OR sql LIKE"
                + " 'CREATE VIRTUAL%') ORDER BY name")
        .stream()
        .map(sql ->
            sql.replaceAll("[`\"\\[\\]]", "").replaceAll("\\s+", "").toLowerCase(Locale.ROOT))
        .toList();
  }
}
