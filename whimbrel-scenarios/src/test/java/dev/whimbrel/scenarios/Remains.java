package dev.whimbrel.scenarios;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that is in a database.
 *
 * @param rows of each table, in order
 * @param history what is applied, rolled back and done, without when and by whom
 */
record Remains(Schema schema, SortedMap<String, List<String>> rows, List<String> history) {
  static Remains of(Session session, Dialect dialect) {
    Schema schema = dialect.inspector().inspect(session);
    SortedMap<String, List<String>> rows = new TreeMap<>();
    schema.objects().values().stream()
        .filter(Table.class::isInstance)
        .map(table -> dialect.quote(table.name().name()))
        .forEach(table -> rows.put(table, lines(session, "SELECT * FROM " + table)));
    return new Remains(schema, rows, ends(session));
  }

  /** Each migration comes to its end once, however often it was begun. */
  private static List<String> ends(Session session) {
    return lines(
        session,
        "SELECT id, state FROM _whimbrel_history WHERE state IN ('applied', 'rolled_back')");
  }

  private static List<String> lines(Session session, String sql) {
    return session.query(sql).stream().map(row -> text(row.values().values())).sorted().toList();
  }

  private static String text(Iterable<? extends @Nullable Object> values) {
    var text = new StringBuilder();
    values.forEach(value -> text.append(value).append('|'));
    return text.toString();
  }
}
