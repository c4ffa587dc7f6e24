package dev.whimbrel.scenarios.sqlite;

import dev.whimbrel.change.Change;
import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.Row;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.plan.Plan;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Three rows in each table, and what must be there of them at the end. */
final class PeerRows {
  private static final String TABLES =
      """
      SELECT name FROM pragma_table_list
      WHERE type = 'table' AND schema = 'main' AND name NOT LIKE 'sqlite%'\
      """;

  private final JdbcSession session;
  private final Map<String, List<String>> expected = new LinkedHashMap<>();
  private long orphans;

  PeerRows(JdbcSession session) {
    this.session = session;
  }

  void write() {
    session.execute("PRAGMA foreign_keys=OFF");
    for (Row table : session.query(TABLES)) {
      IntStream.rangeClosed(1, 3).forEach(number -> write(table.text("name"), number));
    }
    session.execute("PRAGMA foreign_keys=ON");
  }

  private void write(String table, int number) {
    List<Row> columns =
        session.query("SELECT name, type FROM pragma_table_xinfo(?) WHERE hidden = 0", table);
    String insert =
        "INSERT INTO %s(%s) VALUES (%s)"
            .formatted(
                quoted(table),
                columns.stream()
                    .map(row -> quoted(row.text("name")))
                    .collect(Collectors.joining(", ")),
                columns.stream()
                    .map(row -> value(row.text("type"), number))
                    .collect(Collectors.joining(", ")));
    try {
      session.execute(insert);
    } catch (DatabaseException guessedWrong) {
      // some checks are beyond guessing; the shape of the table is compared all the same
    }
  }

  private static String value(String type, int number) {
    String words = type.toUpperCase(Locale.ROOT);
    boolean text = words.contains("CHAR") || words.contains("TEXT") || words.contains("CLOB");
    return text
        ? "'" + (20 + number) + "'"
        : words.contains("BLOB") ? "x'0" + number + "'" : String.valueOf(20 + number);
  }

  /** Notes what the rows say that stay, by the query that will have to give the same. */
  void note(Plan plan) {
    orphans = orphans();
    Schema renamed =
        Change.applyAll(plan.changes().stream().filter(PeerRows::isRename).toList(), plan.from());
    for (Table was : plan.from().tables().toList()) {
      Table between = renamed.table(newName(was, plan));
      plan.to().findTable(between.name()).ifPresent(now -> note(was, between, now));
    }
  }

  /** A column has the same place in its table, whatever it is called. */
  private void note(Table was, Table between, Table now) {
    List<Integer> staying =
        IntStream.range(0, was.columns().size())
            .filter(i -> !was.columns().get(i).generated())
            .filter(i ->
                now.findColumn(between.columns().get(i).name())
                    .filter(column -> !column.generated())
                    .isPresent())
            .boxed()
            .toList();
    expected.put(query(between, staying), read(query(was, staying)));
  }

  private static String query(Table table, List<Integer> places) {
    return places.stream()
        .map(i -> ", " + quoted(table.columns().get(i).name()) + " AS c" + i)
        .collect(Collectors.joining("", "SELECT 1 AS one", " FROM " + quoted(table.name().name())));
  }

  private static ObjectName newName(Table was, Plan plan) {
    var name = was.name();
    for (Change change : plan.changes()) {
      if (change instanceof Change.RenameTable(var from, var to) && from.equals(name)) {
        name = to;
      }
    }
    return name;
  }

  Optional<String> difference() {
    for (Map.Entry<String, List<String>> rows : expected.entrySet()) {
      List<String> seen = read(rows.getKey());
      if (!seen.equals(rows.getValue())) {
        return Optional.of("rows were lost or changed: " + seen + " was " + rows.getValue());
      }
    }
    boolean whole = session.query("PRAGMA integrity_check").getFirst().values().containsValue("ok");
    return orphans() > orphans || !whole
        ? Optional.of("the database is not whole")
        : Optional.empty();
  }

  private long orphans() {
    try {
      return session.query("PRAGMA foreign_key_check").size();
    } catch (DatabaseException unfit) {
      return Long.MAX_VALUE;
    }
  }

  private List<String> read(String query) {
    return session.query(query).stream()
        .map(row -> row.values().values().stream().map(PeerRows::plain).toList().toString())
        .sorted()
        .toList();
  }

  /** A number is the same number, whatever its type. */
  private static String plain(@Nullable Object value) {
    String text = value instanceof byte[] bytes ? Arrays.toString(bytes) : Objects.toString(value);
    return text.matches("-?[0-9.]+") ? String.valueOf(Double.parseDouble(text)) : text;
  }

  private static boolean isRename(Change change) {
    return change instanceof Change.RenameTable || change instanceof Change.RenameColumn;
  }

  private static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }
}
