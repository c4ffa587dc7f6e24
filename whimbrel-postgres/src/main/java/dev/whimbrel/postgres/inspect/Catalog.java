package dev.whimbrel.postgres.inspect;

import dev.whimbrel.dialect.Row;
import dev.whimbrel.schema.ObjectName;
import java.util.List;

/** What the queries of this package have in common. */
final class Catalog {
  /** Between the names of a list; it stands in no name. */
  private static final String SEPARATOR = "\u001f";

  private Catalog() {}

  /** The query with what it has in common with others filled in. */
  static String query(String text) {
    return text.replace(":namespace", "CASE n.nspname WHEN 'public' THEN '' ELSE n.nspname END")
        .replace(
            ":ours", "n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'whimbrel')")
        .replace(
            ":own_class",
            "c.relname <> '_whimbrel_history' AND NOT EXISTS (SELECT FROM pg_depend e WHERE"
                + " e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')");
  }

  static ObjectName name(Row row) {
    return new ObjectName(row.text("namespace"), row.text("name"));
  }

  /** The names of a list that SQL joined with {@code chr(31)}. */
  static List<String> list(Row row, String column) {
    return row.find(column).map(joined -> List.of(joined.split(SEPARATOR, -1))).orElse(List.of());
  }
}
