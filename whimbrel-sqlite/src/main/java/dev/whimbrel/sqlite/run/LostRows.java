package dev.whimbrel.sqlite.run;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.Row;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.sqlite.parse.Names;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds out which rows a rebuild left behind: does it once more, up to where both tables are there,
 * and takes that back.
 */
record LostRows(Session session, List<SqlStatement> statements) {
  private static final int SHOWN = 10;

  String letter(RebuiltTable table, long missing) {
    return "%d %s of %s would be lost: they do not come into the table that takes its place%s. Everything was rolled back. Mend the statement that copies them; or, if they are to go, say so before it: DELETE FROM %s WHERE …"
        .formatted(
            missing,
            missing == 1 ? "row" : "rows",
            table.first(),
            which(table),
            Names.quoted(table.first()));
  }

  private String which(RebuiltTable table) {
    session.execute("BEGIN IMMEDIATE");
    try {
      statements.subList(0, table.drop()).forEach(each -> session.execute(each.sql()));
      return keys(table);
    } catch (DatabaseException unexpected) {
      return "";
    } finally {
      session.execute("ROLLBACK");
    }
  }

  private String keys(RebuiltTable table) {
    List<String> key = key(table.name());
    if (key.isEmpty() || !key.equals(key(table.fresh()))) {
      return "";
    }
    String columns = key.stream().map(Names::quoted).collect(Collectors.joining(", "));
    List<Row> lost =
        session.query(
            "SELECT %s FROM %s EXCEPT SELECT %s FROM %s LIMIT %d"
                .formatted(
                    columns,
                    Names.quoted(table.name()),
                    columns,
                    Names.quoted(table.fresh()),
                    SHOWN));
    return lost.stream()
        .map(row -> row.values().values().stream().map(String::valueOf).toList())
        .map(values -> String.join(" ", values))
        .collect(Collectors.joining(", ", " (" + String.join(", ", key) + ": ", ")"));
  }

  private List<String> key(String table) {
    return session
        .query("SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk", table)
        .stream()
        .map(row -> row.text("name"))
        .toList();
  }
}
